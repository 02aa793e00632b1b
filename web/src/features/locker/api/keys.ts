export const LOCKERS = ["lockers"] as const;
export const MINE = ["my-locker"] as const;
export const SWAPS = ["locker-swaps"] as const;
