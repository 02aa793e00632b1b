import { Search } from "lucide-react";
import { useEffect, useState } from "react";

const PAUSE_MS = 250;

/** Asks once the typing rests, and not in the middle of a syllable. */
export function SearchField({ label, onSearch }: { label: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState("");
  const [composing, setComposing] = useState(false);

  useEffect(() => {
    if (composing) return;
    const timer = setTimeout(() => onSearch(text.trim().normalize("NFC")), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, composing, onSearch]);

  return (
    <label className="flex h-12 items-center gap-2.5 rounded-full border border-line-strong bg-card px-4 focus-within:outline-3 focus-within:outline-offset-2 focus-within:outline-brand">
      <Search aria-hidden size={18} className="shrink-0 text-ink-3" />
      <span className="sr-only">{label}</span>
      <input
        type="search"
        placeholder={label}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onCompositionStart={() => setComposing(true)}
        onCompositionEnd={() => setComposing(false)}
        className="h-full min-w-0 flex-1 bg-transparent text-base outline-none"
      />
    </label>
  );
}
