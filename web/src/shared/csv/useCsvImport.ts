import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { postCsv } from "../api/client";
import type { ImportReport } from "../api/types";
import { parts } from "./csv";

const RECORDS_PER_PART = 500;

/** Sends a file part by part; the good lines stay whatever happens to the others. */
export function useCsvImport(path: string, onDone: () => void) {
  const [report, setReport] = useState<ImportReport | null>(null);
  const [progress, setProgress] = useState({ done: 0, all: 0 });

  const run = useMutation({
    mutationFn: async (text: string) => {
      const cut = parts(text, RECORDS_PER_PART);
      const all = cut.reduce((sum, part) => sum + part.records, 0);
      let sofar: ImportReport = { created: 0, updated: 0, errors: [] };
      setReport(null);
      setProgress({ done: 0, all });
      // A file of a header alone still goes out: the server says what is wrong with it.
      for (const part of cut.length > 0 ? cut : [{ text, records: 0, lineOf: (line: number) => line }]) {
        const answer = await postCsv<ImportReport>(path, part.text);
        sofar = {
          created: sofar.created + answer.created,
          updated: sofar.updated + answer.updated,
          errors: [
            ...sofar.errors,
            ...answer.errors.map((error) => ({ ...error, line: part.lineOf(error.line) })),
          ],
        };
        setReport(sofar);
        setProgress((before) => ({ ...before, done: before.done + part.records }));
      }
      return sofar;
    },
    onSettled: onDone,
  });

  return { run, report, progress };
}
