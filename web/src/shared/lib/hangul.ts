/** Korean endings depend on whether the word before them ends in a consonant. */

// Digits and letters as they are read aloud in Korean: 1 일, 3 삼, L 엘 … end in a consonant.
const CLOSED = new Set([..."0136780LMNRlmnr"]);
const CLOSED_BY_RIEUL = new Set([..."178LRlr"]);
const PAIRS = /(\S)(["'”’)\]〉》]*)\[(은\/는|이\/가|을\/를|과\/와|으로\/로|이에요\/예요|이라\/라)\]/gu;

function finalConsonant(letter: string): "none" | "rieul" | "other" {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0xac00 && code <= 0xd7a3) {
    const final = (code - 0xac00) % 28;
    return final === 0 ? "none" : final === 8 ? "rieul" : "other";
  }
  if (CLOSED_BY_RIEUL.has(letter)) return "rieul";
  return CLOSED.has(letter) ? "other" : "none";
}

/** Turns `127번[이/가]` into `127번이`: the first form after a consonant, the second after a vowel. */
export function particles(text: string): string {
  return text.replace(PAIRS, (_, letter: string, quotes: string, pair: string) => {
    const [afterConsonant = "", afterVowel = ""] = pair.split("/");
    const final = finalConsonant(letter);
    const open = final === "none" || (final === "rieul" && afterVowel === "로");
    return letter + quotes + (open ? afterVowel : afterConsonant);
  });
}
