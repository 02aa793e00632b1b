import type { AccessRequest } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Chips } from "@shared/ui/Chips";
import { MorePages } from "@shared/ui/MorePages";
import { Page } from "@shared/ui/Page";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { Sparkles } from "lucide-react";
import { useState } from "react";
import { AccessRequestCard } from "./AccessRequestCard";
import { useAccessRequests } from "./api/useAccessRequests";

export function AccessRequestsPage() {
  const t = useT();
  const [status, setStatus] = useState<AccessRequest["status"]>("open");
  const requests = useAccessRequests(status);
  return (
    <Page title={t("app.admin.page.requests.title")} back="/admin">
      <Chips
        label={t("shared.status.label")}
        value={status}
        onChoose={setStatus}
        choices={[
          { value: "open", label: t("shared.status.open") },
          { value: "done", label: t("shared.status.done") },
        ]}
      />
      {requests.isPending ? (
        <SkeletonList rows={3} height="h-36" />
      ) : requests.isError ? (
        <ErrorState error={requests.error} onRetry={() => requests.refetch()} />
      ) : requests.items.length === 0 ? (
        <EmptyState icon={<Sparkles size={26} />} title={t("members.request.none")} />
      ) : (
        <>
          {requests.items.map((request) => (
            <AccessRequestCard key={request.id} request={request} />
          ))}
          <MorePages list={requests} />
        </>
      )}
    </Page>
  );
}
