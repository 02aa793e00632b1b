import { FileUp } from "lucide-react";
import { type DragEvent, useId, useState } from "react";
import { useT } from "../i18n";
import { cx } from "../lib/cx";
import { Button } from "../ui/Button";
import { Form, TextArea } from "../ui/Form";
import { Notice } from "../ui/States";
import { ProgressBar } from "../ui/Timer";
import { decode } from "./csv";
import { ImportResult } from "./ImportResult";
import { useCsvImport } from "./useCsvImport";

interface Props {
  path: string;
  /** The header line and one example, as they stand in the file. */
  example: string;
  about: string;
  onDone: () => void;
}

/** A file or pasted lines, sent with progress; what was wrong is listed line by line. */
export function CsvImport({ path, example, about, onDone }: Props) {
  const t = useT();
  const inputId = useId();
  const [text, setText] = useState("");
  const [name, setName] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const { run, report, progress } = useCsvImport(path, onDone);

  const open = async (file: File | undefined) => {
    if (!file) return;
    setName(file.name.normalize("NFC"));
    setText(decode(await file.arrayBuffer()));
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void open(event.dataTransfer.files[0]);
  };

  return (
    <Form onSubmit={() => text.trim() !== "" && run.mutate(text)} problem={run.error}>
      <Notice>
        {about}
        <code className="mt-1.5 block font-mono text-[13px] whitespace-pre-line text-ink">{example}</code>
      </Notice>
      <label
        htmlFor={inputId}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
        className={cx(
          "flex min-h-28 cursor-pointer flex-col items-center justify-center gap-1.5 rounded-lg border-2 border-dashed p-4 text-center has-focus-visible:outline-3 has-focus-visible:outline-brand",
          over ? "border-brand bg-brand-soft" : "border-line-strong bg-card",
        )}
      >
        <FileUp aria-hidden size={24} className="text-ink-3" />
        <span className="font-semibold">{name ?? t("shared.csv.choose")}</span>
        <span className="text-[13px] text-ink-3">{t("shared.csv.drop")}</span>
        <input
          id={inputId}
          type="file"
          accept=".csv,text/csv,text/plain"
          className="sr-only"
          onChange={(event) => open(event.target.files?.[0])}
        />
      </label>
      <TextArea
        label={t("shared.csv.text")}
        name="text"
        rows={6}
        spellCheck={false}
        placeholder={example}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      {run.isPending && progress.all > 0 && (
        <div className="flex flex-col gap-1.5">
          <ProgressBar value={progress.done / progress.all} label={t("shared.csv.progress")} />
          <p className="num text-[13px] text-ink-3">
            {t("shared.csv.lines", { done: progress.done, all: progress.all })}
          </p>
        </div>
      )}
      <Button type="submit" size="lg" look="primary" busy={run.isPending} disabled={text.trim() === ""}>
        {t("shared.csv.send")}
      </Button>
      {report && !run.isPending && <ImportResult report={report} />}
    </Form>
  );
}
