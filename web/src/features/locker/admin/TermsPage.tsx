import type { AdminTerm } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Page } from "@shared/ui/Page";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { CalendarPlus, Plus } from "lucide-react";
import { useState } from "react";
import { useTerms } from "./api/useTerms";
import { TermCard } from "./TermCard";
import { TermSheet } from "./TermSheet";

export function TermsPage() {
  const t = useT();
  const terms = useTerms();
  const [editing, setEditing] = useState<AdminTerm | "new" | null>(null);
  return (
    <Page
      title={t("app.admin.page.terms.title")}
      back="/admin"
      aside={
        <Button look="primary" icon={<Plus aria-hidden size={18} />} onClick={() => setEditing("new")}>
          {t("locker.admin.term.new")}
        </Button>
      }
    >
      {terms.isPending ? (
        <SkeletonList rows={2} height="h-40" />
      ) : terms.isError ? (
        <ErrorState error={terms.error} onRetry={() => terms.refetch()} />
      ) : terms.data.length === 0 ? (
        <EmptyState icon={<CalendarPlus size={26} />} title={t("locker.admin.term.none")}>
          {t("locker.admin.term.none_about")}
        </EmptyState>
      ) : (
        terms.data.map((term) => <TermCard key={term.id} term={term} onEdit={() => setEditing(term)} />)
      )}
      {editing !== null && (
        <TermSheet
          key={editing === "new" ? "new" : editing.id}
          term={editing === "new" ? null : editing}
          onClose={() => setEditing(null)}
        />
      )}
    </Page>
  );
}
