export const ZONE = "Asia/Seoul";

export type Language = "ko" | "en";

const cache = new Map<string, Intl.DateTimeFormat>();

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + JSON.stringify(options);
  let found = cache.get(key);
  if (!found) {
    found = new Intl.DateTimeFormat(language === "ko" ? "ko-KR" : "en-GB", { timeZone: ZONE, ...options });
    cache.set(key, found);
  }
  return found;
}

function parts(language: Language, at: Date, options: Intl.DateTimeFormatOptions): Record<string, string> {
  return Object.fromEntries(
    formatter(language, options)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
}

const year = (at: Date) => parts("en", at, { year: "numeric" }).year;
const dayNumber = (at: Date) => {
  const p = parts("en", at, { year: "numeric", month: "numeric", day: "numeric" });
  return Date.UTC(Number(p.year), Number(p.month) - 1, Number(p.day)) / 86_400_000;
};

/** `1월 5일 (월)` / `Mon 5 Jan`; the year only when it is another one. */
export function day(iso: string | number, language: Language, now: number): string {
  const at = new Date(iso);
  const p = parts(language, at, { month: "short", day: "numeric", weekday: "short" });
  const other = year(at) !== year(new Date(now));
  return language === "ko"
    ? `${other ? `${year(at)}년 ` : ""}${p.month} ${p.day}일 (${p.weekday})`.replace("월월", "월")
    : `${p.weekday} ${p.day} ${p.month}${other ? ` ${year(at)}` : ""}`;
}

/** `오후 3:30` / `3:30 PM`. */
export function hour(iso: string | number, language: Language): string {
  const p = parts("en", new Date(iso), { hour: "numeric", minute: "2-digit", hour12: true });
  const afternoon = /p/i.test(p.dayPeriod ?? "");
  const h = String(Number(p.hour) % 12 === 0 ? 12 : Number(p.hour) % 12);
  return language === "ko"
    ? `${afternoon ? "오후" : "오전"} ${h}:${p.minute}`
    : `${h}:${p.minute} ${afternoon ? "PM" : "AM"}`;
}

/** `1월 5일 (월) 오후 3:30` / `Mon 5 Jan, 3:30 PM`. */
export function dateTime(iso: string | number, language: Language, now: number): string {
  return `${day(iso, language, now)}${language === "ko" ? " " : ", "}${hour(iso, language)}`;
}

/** `방금 전`, `3분 전`, `2시간 전`, `어제`, then the day. */
export function ago(iso: string | number, language: Language, now: number): string {
  const at = new Date(iso);
  const minutes = Math.floor((now - at.getTime()) / 60_000);
  const ko = language === "ko";
  if (minutes < 1) return ko ? "방금 전" : "just now";
  if (minutes < 60) return ko ? `${minutes}분 전` : `${minutes} min ago`;
  const days = dayNumber(new Date(now)) - dayNumber(at);
  if (days === 0) return ko ? `${Math.floor(minutes / 60)}시간 전` : `${Math.floor(minutes / 60)} h ago`;
  if (days === 1) return ko ? "어제" : "yesterday";
  return day(iso, language, now);
}

/** The server's clock to the tenth: `17:58:47.2`. */
export function wallClock(at: number): string {
  const p = parts("en", new Date(at), {
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  return `${p.hour === "24" ? "00" : p.hour}:${p.minute}:${p.second}.${Math.floor((at % 1000) / 100)}`;
}

/** What a `datetime-local` field shows and gives, in the community's zone (Korea knows no summer time). */
export function toLocalField(iso: string): string {
  const p = parts("en", new Date(iso), {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hour12: false,
  });
  return `${p.year}-${p.month}-${p.day}T${p.hour === "24" ? "00" : p.hour}:${p.minute}:${p.second}`;
}

export const fromLocalField = (value: string) =>
  value ? new Date(`${value}${value.length === 16 ? ":00" : ""}+09:00`).toISOString() : "";
