import type { AdminTerm } from "@shared/api/types";
import { fromLocalField, toLocalField } from "@shared/time/format";
import type { TermBody } from "./api/useTerms";

export const MOMENTS = ["opens_at", "closes_at", "ends_at", "renewal_opens_at", "renewal_closes_at"] as const;

export type Moment = (typeof MOMENTS)[number];
export type TermForm = { name: string } & Record<Moment, string>;

const local = (iso: string | null | undefined) => (iso ? toLocalField(iso).replace(/:00$/, "") : "");

export const formOf = (term: AdminTerm | null): TermForm => ({
  name: term?.name ?? "",
  opens_at: local(term?.opens_at),
  closes_at: local(term?.closes_at),
  ends_at: local(term?.ends_at),
  renewal_opens_at: local(term?.renewal_opens_at),
  renewal_closes_at: local(term?.renewal_closes_at),
});

/** What to send: everything of a new term, only what changed of an old one. */
export function bodyOf(form: TermForm, term: AdminTerm | null): TermBody {
  const before = formOf(term);
  const body: TermBody = {};
  const name = form.name.trim().normalize("NFC");
  if (term === null || name !== before.name) body.name = name;
  for (const moment of MOMENTS) {
    if (form[moment] && (term === null || form[moment] !== before[moment]))
      body[moment] = fromLocalField(form[moment]);
  }
  return body;
}

/** What is wrong before asking the server, as keys of texts by field. */
export function termProblems(form: TermForm): Record<string, string> {
  const problems: Record<string, string> = {};
  if (form.name.trim() === "") problems.name = "locker.admin.term.error.name";
  if (!form.opens_at) problems.opens_at = "locker.admin.term.error.moment";
  if (!form.closes_at) problems.closes_at = "locker.admin.term.error.moment";
  else if (form.opens_at && form.closes_at <= form.opens_at)
    problems.closes_at = "locker.admin.term.error.order";
  if (form.ends_at && form.closes_at && form.ends_at < form.closes_at)
    problems.ends_at = "locker.admin.term.error.order";
  return problems;
}
