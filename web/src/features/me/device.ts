const BROWSERS: readonly [RegExp, string][] = [
  [/KAKAOTALK/i, "KakaoTalk"],
  [/SamsungBrowser/i, "Samsung Internet"],
  [/Whale/i, "Whale"],
  [/Edg/i, "Edge"],
  [/OPR/i, "Opera"],
  [/Firefox|FxiOS/i, "Firefox"],
  [/Chrome|CriOS/i, "Chrome"],
  [/Safari/i, "Safari"],
];

const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone/i, "iPhone"],
  [/iPad/i, "iPad"],
  [/Android/i, "Android"],
  [/Windows/i, "Windows"],
  [/Mac OS/i, "Mac"],
  [/CrOS/i, "ChromeOS"],
  [/Linux/i, "Linux"],
];

const find = (table: readonly [RegExp, string][], agent: string) =>
  table.find(([pattern]) => pattern.test(agent))?.[1];

/** `Chrome · Android`, good enough to recognise one's own phone; null when nothing is known. */
export function device(agent: string | null): string | null {
  const known = [find(BROWSERS, agent ?? ""), find(SYSTEMS, agent ?? "")].filter(Boolean);
  return known.length > 0 ? known.join(" · ") : agent?.slice(0, 40) || null;
}
