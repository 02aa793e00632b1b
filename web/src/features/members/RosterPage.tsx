import { askAgain } from "@shared/api/askAgain";
import { CsvImport } from "@shared/csv/CsvImport";
import { useT } from "@shared/i18n";
import { phone } from "@shared/lib/phone";
import { Tag } from "@shared/ui/Card";
import { MorePages } from "@shared/ui/MorePages";
import { Page, Section } from "@shared/ui/Page";
import { SearchField } from "@shared/ui/SearchField";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { Table } from "@shared/ui/Table";
import { useQueryClient } from "@tanstack/react-query";
import { ClipboardX } from "lucide-react";
import { useState } from "react";
import { ROSTER, useRoster } from "./api/useRoster";
import { RosterModeChoice } from "./RosterModeChoice";

const EXAMPLE = "student_id,name,phone_number\n202612345,김마당,01012345678";

export function RosterPage() {
  const t = useT();
  const client = useQueryClient();
  return (
    <Page title={t("app.admin.page.roster.title")} back="/admin">
      <RosterModeChoice />
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <Section title={t("members.roster.import")}>
          <CsvImport
            path="/admin/roster/import"
            example={EXAMPLE}
            about={t("members.roster.import_about")}
            onDone={() => askAgain(client, ROSTER)}
          />
        </Section>
        <Entries />
      </div>
    </Page>
  );
}

function Entries() {
  const t = useT();
  const [search, setSearch] = useState("");
  const roster = useRoster(search);
  return (
    <Section title={t("members.roster.people")}>
      <SearchField label={t("members.search")} onSearch={setSearch} />
      {roster.isPending ? (
        <SkeletonList rows={4} height="h-12" />
      ) : roster.isError ? (
        <ErrorState error={roster.error} onRetry={() => roster.refetch()} />
      ) : roster.items.length === 0 ? (
        <EmptyState icon={<ClipboardX size={26} />} title={t("members.roster.none")} />
      ) : (
        <>
          <Table
            caption={t("members.roster.table")}
            columns={[
              {
                key: "id",
                title: t("members.student_id"),
                cell: (entry) => <span className="num">{entry.student_id}</span>,
              },
              { key: "name", title: t("members.name"), cell: (entry) => entry.name },
              {
                key: "phone",
                title: t("members.phone"),
                wide: true,
                cell: (entry) => <span className="num">{phone(entry.phone_number)}</span>,
              },
              {
                key: "registered",
                title: t("members.roster.state"),
                cell: (entry) => entry.registered && <Tag tone="brand">{t("members.roster.registered")}</Tag>,
              },
            ]}
            rows={roster.items}
            rowKey={(entry) => entry.student_id}
          />
          <MorePages list={roster} />
        </>
      )}
    </Section>
  );
}
