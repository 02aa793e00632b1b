import { useT } from "@shared/i18n";
import { useCommunity } from "@shared/session/useCommunity";
import { useMe } from "@shared/session/useMe";
import { ConnectionBadge } from "@shared/ui/ConnectionBadge";
import { Page } from "@shared/ui/Page";
import type { ReactNode } from "react";

export function HomePage({ children }: { children: ReactNode }) {
  const t = useT();
  const me = useMe().data;
  const community = useCommunity().data;
  return (
    <Page title={me ? t("home.hello", { name: me.name }) : t("home.title")} aside={<ConnectionBadge />}>
      <p className="-mt-3 text-ink-2">{t("home.about", { community: community?.name ?? t("shared.app") })}</p>
      {children}
    </Page>
  );
}
