/** Text of a file as people have them: UTF-8, or what Korean Excel writes by default. */
export function decode(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes).replace(/^\uFEFF/, "");
  } catch {
    return new TextDecoder("euc-kr").decode(bytes);
  }
}

/** The records of a file; a line break inside quotes belongs to its record. */
export function records(text: string): { line: number; text: string }[] {
  const found: { line: number; text: string }[] = [];
  let line = 1;
  let start = 1;
  let open = "";
  for (const piece of text.split(/\r\n|\n|\r/)) {
    open = open ? `${open}\n${piece}` : piece;
    const quotes = open.split('"').length - 1;
    line++;
    if (quotes % 2 === 1) continue;
    if (open.trim() !== "") found.push({ line: start, text: open });
    open = "";
    start = line;
  }
  if (open.trim() !== "") found.push({ line: start, text: open });
  return found;
}

export interface Part {
  text: string;
  /** The line in the file of each record of this part, by its line in the part. */
  lineOf: (partLine: number) => number;
  records: number;
}

/** Cuts a file into parts that carry its header each, so that progress can be shown and one bad part loses nothing. */
export function parts(text: string, size: number): Part[] {
  const [header, ...rest] = records(text);
  if (!header) return [];
  const cut: Part[] = [];
  for (let from = 0; from < rest.length; from += size) {
    const here = rest.slice(from, from + size);
    const starts: { part: number; file: number }[] = [];
    let line = 1 + header.text.split("\n").length;
    for (const record of here) {
      starts.push({ part: line, file: record.line });
      line += record.text.split("\n").length;
    }
    cut.push({
      text: `${[header.text, ...here.map((record) => record.text)].join("\n")}\n`,
      records: here.length,
      lineOf: (partLine) => {
        const record = starts.findLast((start) => start.part <= partLine);
        return record ? record.file + (partLine - record.part) : partLine;
      },
    });
  }
  return cut;
}
