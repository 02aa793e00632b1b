import type { T } from "@shared/i18n";

/** `1층`, and `지하 1층` below the ground. */
export const floorName = (t: T, floor: number) =>
  floor < 0 ? t("locker.floor.below", { floor: -floor }) : t("locker.floor.above", { floor });
