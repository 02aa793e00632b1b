import { call } from "./http.ts";
import { ADMIN_PASSWORD } from "./server.ts";

interface Term {
  id: string;
  opens_at: string;
  closes_at: string;
  ends_at: string;
  renewal_opens_at: string | null;
}

const DAY_MS = 86_400_000;
const iso = (ms: number) => new Date(ms).toISOString();

/** Sets the stage through the fixed API. */
export class Admin {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  static async logIn(): Promise<Admin> {
    const body = { login: "admin", password: ADMIN_PASSWORD };
    return new Admin((await call<{ access_token: string }>("POST", "/auth/login", { body })).access_token);
  }

  #call<T>(method: string, path: string, body?: unknown): Promise<T> {
    return call<T>(method, path, { token: this.#token, body });
  }

  async importLockers(lines: string[]) {
    const csv = `locker_id,location,floor,row,column\n${lines.join("\n")}\n`;
    await call("POST", "/admin/lockers/import", { token: this.#token, csv });
  }

  async instruct(place: string, instructions: string) {
    const places = await this.#call<{ items: { id: string; name: string }[] }>("GET", "/admin/locker-places");
    const found = places.items.find((one) => one.name === place);
    await this.#call("PATCH", `/admin/locker-places/${found?.id}`, { instructions });
  }

  /** Ends whatever term there is, so that the next one starts with every locker free; terms may not overlap. */
  async endTerms() {
    const now = Date.now();
    const { items } = await this.#call<{ items: Term[] }>("GET", "/admin/locker-terms");
    const alive = items.filter((term) => Date.parse(term.ends_at) > now - 1_500);
    alive.sort((a, b) => Date.parse(a.opens_at) - Date.parse(b.opens_at));
    for (const [i, term] of alive.entries()) {
      const ends = now - 1_500 + 20 * i;
      const opens = Math.min(Date.parse(term.opens_at), ends - 10);
      await this.#call("PATCH", `/admin/locker-terms/${term.id}`, {
        opens_at: iso(opens),
        closes_at: iso(ends),
        ends_at: iso(ends),
        ...(term.renewal_opens_at && {
          renewal_opens_at: iso(opens - 2_000),
          renewal_closes_at: iso(opens - 1_000),
        }),
      });
    }
  }

  /** A fresh term that opens in so many milliseconds; below zero it is open already. */
  async newTerm(opensInMs = -500): Promise<{ opensAt: number; id: string }> {
    await this.endTerms();
    const opensAt = Date.now() + opensInMs;
    const term = await this.#call<Term>("POST", "/admin/locker-terms", {
      name: "2026-2학기 신청",
      opens_at: iso(opensAt),
      closes_at: iso(opensAt + 7 * DAY_MS),
      ends_at: iso(opensAt + 90 * DAY_MS),
    });
    return { opensAt, id: term.id };
  }

  /** The term after the one that runs, whose renewal is open now. */
  async nextTerm(name: string) {
    const opensAt = Date.now() + 120 * DAY_MS;
    await this.#call("POST", "/admin/locker-terms", {
      name,
      opens_at: iso(opensAt),
      closes_at: iso(opensAt + 7 * DAY_MS),
      renewal_opens_at: iso(Date.now() - 1_000),
      renewal_closes_at: iso(Date.now() + DAY_MS),
    });
  }

  async markBroken(locker: number) {
    await this.#call("PUT", `/admin/lockers/${locker}/broken`, { reason: "경첩이 부러졌어요" });
  }
}
