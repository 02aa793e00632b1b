import { digits } from "@shared/lib/phone";
import type { FieldErrors } from "@shared/ui/Form";

export interface Identity {
  studentId: string;
  name: string;
  phone: string;
}

/** As the server wants it: digits only, the name in its composed form. */
export const toBody = (identity: Identity) => ({
  student_id: digits(identity.studentId),
  name: identity.name.normalize("NFC").trim().replace(/\s+/g, " "),
  phone_number: digits(identity.phone),
});

/** The rules of the log-in, seen before asking the server. Answers the keys of the texts. */
export function problemsOf(identity: Identity): Record<string, string> {
  const body = toBody(identity);
  const problems: Record<string, string> = {};
  if (!/^\d{8,10}$/.test(body.student_id)) problems.student_id = "session.error.student_id";
  const letters = [...body.name].length;
  if (letters < 2 || letters > 20) problems.name = "session.error.name";
  if (!/^\d{10,15}$/.test(body.phone_number)) problems.phone_number = "session.error.phone_number";
  return problems;
}

export const spoken = (problems: Record<string, string>, t: (key: string) => string): FieldErrors =>
  Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, [t(key)]]));
