/** The answers of the API. */

export interface Page<T> {
  items: T[];
  next_cursor: string | null;
}

export type Role = "member" | "organiser" | "moderator" | "admin";

export interface Community {
  name: string;
  roster: "open" | "closed";
  demo: boolean;
  now: string;
}

export interface Me {
  serial_id: number;
  handle: string | null;
  student_id: string | null;
  name: string;
  phone_number: string | null;
  role: Role;
  expires_at: string;
}

export interface Session {
  id: string;
  user_agent: string | null;
  address: string | null;
  created_at: string;
  last_used_at: string;
  current: boolean;
}

export interface AccessRequest {
  id: string;
  student_id: string;
  name: string;
  phone_number: string;
  message: string | null;
  status: "open" | "done";
  created_at: string;
  account?: { serial_id: number; student_id: string; name: string; phone_number: string } | null;
}

export interface Account {
  serial_id: number;
  handle: string | null;
  student_id: string | null;
  name: string;
  phone_number: string | null;
  role: Role;
}

export interface RosterEntry {
  student_id: string;
  name: string;
  phone_number: string;
}

export interface ImportReport {
  created: number;
  updated: number;
  errors: { line: number; message: string }[];
}

export type LockerState = "free" | "held" | "confirmed" | "broken";

export interface Locker {
  locker_id: number;
  location_id: string;
  place_id: string;
  floor: number | null;
  row: number | null;
  column: number | null;
  unit: number;
  owner: string | null;
  state: LockerState;
  mine: boolean;
  hold_expires_at?: string | null;
}

export type TermPhase = "upcoming" | "open" | "closed" | "ended";

export interface Term {
  id: string;
  name: string;
  opens_at: string;
  closes_at: string;
  ends_at: string;
  phase: TermPhase;
  pool_id: string;
}

export interface LockerList {
  lockers: Locker[];
  available_count: number;
  term: Term | null;
  version: number;
}

export interface MyLocker {
  locker_id: number;
  location_id: string;
  owner: string;
  state: "held" | "confirmed";
  hold_expires_at?: string | null;
  claim_id?: string;
  ends_at?: string | null;
  instructions?: string | null;
}

export interface Renewal {
  term_id: string;
  name: string;
  opens_at: string;
  closes_at: string;
  renewed: boolean;
}

export interface Mine {
  locker: MyLocker | null;
  renewal?: Renewal | null;
}

export interface Swap {
  id: string;
  from_locker_id: number;
  to_locker_id: number;
  from_name?: string | null;
  message: string | null;
  created_at: string;
  expires_at: string;
}

export interface Swaps {
  incoming: Swap[];
  outgoing: Swap[];
}

export interface Person {
  serial_id: number;
  student_id: string | null;
  name: string;
}

export interface AdminLocker {
  locker_id: number;
  location_id: string;
  place_id: string;
  floor: number | null;
  row: number | null;
  column: number | null;
  state: LockerState;
  broken_reason: string | null;
  owner: Person | null;
  hold_expires_at: string | null;
}

export interface HistoryEntry {
  version: number;
  term: string;
  type: string;
  account: Person | null;
  actor: { name: string } | null;
  reason: string | null;
  at: string;
}

export interface LockerPlace {
  id: string;
  name: string;
  instructions: string | null;
  lockers: number;
  free: number;
}

export interface AdminTerm extends Term {
  renewal_opens_at: string | null;
  renewal_closes_at: string | null;
  taken: number;
  units: number;
}

export interface Defect {
  id: string;
  locker_id: number;
  description: string;
  reporter: string | Person | null;
  created_at: string;
  status: "open" | "done";
}
