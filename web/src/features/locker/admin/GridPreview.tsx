import { useT } from "@shared/i18n";
import { type GridForm, preview } from "./gridPlan";

const SHOWN_ROWS = 8;

export function GridPreview({ form }: { form: GridForm }) {
  const t = useT();
  const rows = preview(form);
  const last = rows.at(-1)?.at(-1);
  if (last === undefined) return <p className="text-sm text-ink-3">{t("locker.admin.grid.preview_empty")}</p>;
  return (
    <figure className="rounded-lg bg-sunken p-3.5">
      <div aria-hidden className="flex flex-col gap-1 overflow-hidden">
        {rows.slice(0, SHOWN_ROWS).map((row) => (
          <div key={row[0]} className="flex gap-1">
            {row.map((id) => (
              <span
                key={id}
                className="num grid h-7 min-w-7 flex-1 place-items-center rounded-[5px] border border-line bg-card text-[11px] font-semibold text-ink-2"
              >
                {id}
              </span>
            ))}
          </div>
        ))}
      </div>
      <figcaption className="num mt-2.5 text-sm text-ink-2">
        {t("locker.admin.grid.preview", {
          first: rows[0]?.[0],
          last,
          count: rows.length * (rows[0]?.length ?? 0),
        })}
      </figcaption>
    </figure>
  );
}
