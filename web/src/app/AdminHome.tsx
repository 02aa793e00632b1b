import { useT } from "@shared/i18n";
import { Card } from "@shared/ui/Card";
import { Page, Section } from "@shared/ui/Page";
import { Link } from "@tanstack/react-router";
import {
  CalendarClock,
  ChevronRight,
  ClipboardList,
  FileUp,
  Grid3x3,
  LifeBuoy,
  type LucideIcon,
  MapPin,
  UsersRound,
  Wrench,
} from "lucide-react";

const AREAS = [
  {
    key: "lockers",
    pages: [
      ["lockers", Grid3x3],
      ["terms", CalendarClock],
      ["places", MapPin],
      ["import", FileUp],
      ["defects", Wrench],
    ],
  },
  {
    key: "people",
    pages: [
      ["members", UsersRound],
      ["roster", ClipboardList],
      ["requests", LifeBuoy],
    ],
  },
] as const satisfies { key: string; pages: (readonly [string, LucideIcon])[] }[];

export function AdminHome() {
  const t = useT();
  return (
    <Page title={t("app.admin.title")}>
      <div className="grid gap-6 lg:grid-cols-2">
        {AREAS.map((area) => (
          <Section key={area.key} title={t(`app.admin.area.${area.key}`)}>
            <Card className="divide-y divide-line !p-0">
              {area.pages.map(([page, Icon]) => (
                <Link
                  key={page}
                  to={`/admin/${page}`}
                  className="flex min-h-16 items-center gap-3.5 px-4 -outline-offset-2 first:rounded-t-lg last:rounded-b-lg hover:bg-sunken"
                >
                  <span
                    aria-hidden
                    className="grid size-10 shrink-0 place-items-center rounded-full bg-brand-soft text-brand"
                  >
                    <Icon size={19} />
                  </span>
                  <span className="min-w-0 flex-1">
                    <span className="block font-semibold">{t(`app.admin.page.${page}.title`)}</span>
                    <span className="block truncate text-[13px] text-ink-3">
                      {t(`app.admin.page.${page}.about`)}
                    </span>
                  </span>
                  <ChevronRight aria-hidden size={18} className="text-ink-3" />
                </Link>
              ))}
            </Card>
          </Section>
        ))}
      </div>
    </Page>
  );
}
