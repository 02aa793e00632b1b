export interface Countdown {
  days: number;
  hours: number;
  minutes: number;
  seconds: number;
  tenths: number;
}

const two = (n: number) => String(n).padStart(2, "0");

/** Splits what is left; never negative. */
export function countdown(leftMs: number): Countdown {
  const tenthsLeft = Math.max(0, Math.floor(leftMs / 100));
  const secondsLeft = Math.floor(tenthsLeft / 10);
  return {
    days: Math.floor(secondsLeft / 86_400),
    hours: Math.floor(secondsLeft / 3_600) % 24,
    minutes: Math.floor(secondsLeft / 60) % 60,
    seconds: secondsLeft % 60,
    tenths: tenthsLeft % 10,
  };
}

/** `1:02:03`, `01:12`, and `09.4` in the last minute when tenths are wanted; `0:01:12` beside a count of days. */
export function clockFace(leftMs: number, withTenths = false, withHours = false): string {
  const { days, hours, minutes, seconds, tenths } = countdown(leftMs);
  if (withTenths && days + hours + minutes === 0) return `${two(seconds)}.${tenths}`;
  if (withHours || days + hours > 0) return `${days * 24 + hours}:${two(minutes)}:${two(seconds)}`;
  return `${two(minutes)}:${two(seconds)}`;
}

/** A timer shows the second that is running, so that 15:00 is seen and 00:00 means over. */
export const timerFace = (leftMs: number) => clockFace(Math.ceil(Math.max(0, leftMs) / 1000) * 1000);
