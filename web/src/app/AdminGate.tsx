import { useT } from "@shared/i18n";
import { useIsAdmin } from "@shared/session/useMe";
import { Page } from "@shared/ui/Page";
import { EmptyState } from "@shared/ui/States";
import { Outlet } from "@tanstack/react-router";
import { Lock } from "lucide-react";

/** Spares everyone else screens that would only say no; the server is what really guards. */
export function AdminGate() {
  const t = useT();
  if (useIsAdmin()) return <Outlet />;
  return (
    <Page title={t("app.admin.title")}>
      <EmptyState icon={<Lock size={26} />} title={t("shared.forbidden.title")}>
        {t("app.admin.forbidden")}
      </EmptyState>
    </Page>
  );
}
