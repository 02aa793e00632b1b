export const ADMIN_LOCKERS = ["admin-lockers"] as const;
export const PLACES = ["admin-locker-places"] as const;
export const TERMS = ["admin-locker-terms"] as const;
export const DEFECTS = ["admin-locker-defects"] as const;
export const HISTORY = ["admin-locker-history"] as const;
