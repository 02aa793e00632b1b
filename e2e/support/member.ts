import { call } from "./http.ts";

export interface Identity {
  student_id: string;
  name: string;
  phone_number: string;
}

let next = Date.now() % 10_000_000;

/** Somebody who was never here before. */
export function newIdentity(name = "김마당"): Identity {
  const number = String(next++ % 10_000_000).padStart(7, "0");
  return { student_id: `20${number}`, name, phone_number: `0109${number}` };
}

/** A member who acts through the API, to fill a floor. */
export class Member {
  readonly #token: string;

  private constructor(token: string) {
    this.#token = token;
  }

  static async enter(identity = newIdentity()): Promise<Member> {
    const answer = await call<{ access_token: string }>("POST", "/auth/login-or-register", {
      body: identity,
    });
    return new Member(answer.access_token);
  }

  hold = (locker: number) => call("POST", `/lockers/${locker}/hold`, { token: this.#token, body: {} });
  confirm = (locker: number) => call("POST", `/lockers/${locker}/confirm`, { token: this.#token, body: {} });
}
