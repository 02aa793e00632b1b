import { Link } from "@tanstack/react-router";
import { ChevronLeft } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useT } from "../i18n";

interface Props {
  title: string;
  /** Where this page hangs; shown as the way back. */
  back?: string;
  aside?: ReactNode;
  children: ReactNode;
}

/** One screen: its title (of the tab too), what stands beside it, its content. */
export function Page({ title, back, aside, children }: Props) {
  const t = useT();
  useEffect(() => {
    document.title = `${title} · ${t("shared.app")}`;
  }, [title, t]);
  return (
    <div className="flex flex-col gap-4">
      <header className="flex min-h-11 items-center gap-2">
        {back && (
          <Link
            to={back}
            aria-label={t("shared.back")}
            className="-ml-3 grid size-11 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-sunken hover:text-ink"
          >
            <ChevronLeft size={24} />
          </Link>
        )}
        <h1 className="min-w-0 flex-1 truncate text-[23px] lg:text-[26px]">{title}</h1>
        {aside}
      </header>
      {children}
    </div>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section aria-label={title} className="flex flex-col gap-2.5">
      <div className="flex min-h-8 items-center gap-2">
        <h2 className="flex-1 text-[17px]">{title}</h2>
        {aside}
      </div>
      {children}
    </section>
  );
}
