import type { ImportReport } from "../api/types";
import { useT } from "../i18n";
import { Notice } from "../ui/States";

const SHOWN = 200;

export function ImportResult({ report }: { report: ImportReport }) {
  const t = useT();
  const { created, updated, errors } = report;
  return (
    <section aria-label={t("shared.csv.result")} className="flex flex-col gap-3">
      <Notice tone="brand">{t("shared.csv.good", { created, updated })}</Notice>
      {errors.length > 0 && (
        <>
          <Notice tone="danger">{t("shared.csv.bad", { count: errors.length })}</Notice>
          <ol className="divide-y divide-line rounded-lg border border-line bg-card">
            {errors.slice(0, SHOWN).map((error) => (
              <li key={`${error.line}:${error.message}`} className="flex gap-3 px-4 py-2.5 text-[15px]">
                <span className="num w-20 shrink-0 font-semibold text-danger">
                  {t("shared.csv.line", { line: error.line })}
                </span>
                <span className="min-w-0">{error.message}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
