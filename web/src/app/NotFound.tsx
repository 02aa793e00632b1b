import { useT } from "@shared/i18n";
import { buttonClass } from "@shared/ui/Button";
import { Page } from "@shared/ui/Page";
import { EmptyState } from "@shared/ui/States";
import { Link } from "@tanstack/react-router";
import { Signpost } from "lucide-react";

export function NotFound() {
  const t = useT();
  return (
    <Page title={t("shared.not_found.title")}>
      <EmptyState
        icon={<Signpost size={26} />}
        title={t("app.not_found.title")}
        action={
          <Link to="/" className={buttonClass("primary")}>
            {t("app.not_found.home")}
          </Link>
        }
      >
        {t("app.not_found.about")}
      </EmptyState>
    </Page>
  );
}
