import type { components } from "./schema.gen";

/*
 * The answers of the API, from its own document. The document says "optional" where the answer says null, and "string"
 * where only a few words are possible; that is put right here and nowhere else.
 */

type Schemas = components["schemas"];

type Told<T> = T extends readonly (infer Item)[]
  ? Told<Item>[]
  : T extends object
    ? { [K in keyof T]-?: Told<Exclude<T[K], undefined>> | (undefined extends T[K] ? null : never) }
    : T;

type But<T, Change> = Omit<T, keyof Change> & Change;

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export type Role = Lowercase<Schemas["Me"]["role"]>;
export type Community = But<Told<Schemas["Community"]>, { roster: "open" | "closed" }>;
export type Me = But<Told<Schemas["Me"]>, { role: Role }>;
export type Session = Told<Schemas["MeSession"]>;
export type Account = But<Told<Schemas["AccountsAccount"]>, { role: Role }>;
export type AccessRequest = But<
  Told<Schemas["AccessRequestItem"]>,
  { status: Lowercase<Schemas["AccessRequestItem"]["status"]> }
>;
export type AccessAction = Lowercase<NonNullable<Schemas["AccessRequestResolution"]["action"]>>;
export type RosterEntry = Told<Schemas["RosterEntry"]>;
export type ImportReport = Told<Schemas["LockerSetupImportAnswer"]>;

export type LockerState = "free" | "held" | "confirmed" | "broken";
export type TermPhase = "upcoming" | "open" | "closed" | "ended";

/** `hold_expires_at` is only there while somebody holds it. */
type MaybeHeld = { hold_expires_at?: string | null };

export type Locker = But<Told<Schemas["LockerContractLockerView"]>, MaybeHeld & { state: LockerState }>;
export type Term = But<Told<Schemas["LockerContractTermView"]>, { phase: TermPhase }>;
export type LockerList = But<
  Told<Schemas["LockerContractLockerList"]>,
  { lockers: Locker[]; term: Term | null }
>;

/** What every answer about my locker tells; `GET /lockers/me` tells the rest too. */
export type MyLocker = Pick<Locker, "locker_id" | "location_id"> &
  MaybeHeld & { owner: string; state: "held" | "confirmed" } & Partial<
    Pick<Told<Schemas["LockerContractMyLocker"]>, "claim_id" | "ends_at" | "instructions">
  >;
export type Renewal = Told<Schemas["LockerContractRenewal"]>;
export type Mine = { locker: MyLocker | null; renewal?: Renewal | null };
export type Held = But<Told<Schemas["LockerContractHeld"]>, { locker: MyLocker }>;

export type Swap = Told<Schemas["LockerMovesSwapView"]>;
export type Swaps = Told<Schemas["LockerMovesSwapList"]>;

export type Person = Told<Schemas["LockerRegisterOwner"]>;
export type AdminLocker = But<Told<Schemas["LockerRegisterRow"]>, { state: LockerState }>;
export type HistoryEntry = Told<Schemas["LockerAdminHistoryEntry"]>;
export type LockerPlace = Told<Schemas["LockerSetupPlaceView"]>;
export type AdminTerm = But<Told<Schemas["TermView"]>, { phase: TermPhase }>;
export type Defect = But<Told<Schemas["DefectView"]>, { status: "open" | "done" }>;
