import { useProblemText } from "@shared/api/problemText";
import type { AdminLocker, LockerState } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Chips } from "@shared/ui/Chips";
import { MorePages } from "@shared/ui/MorePages";
import { Page } from "@shared/ui/Page";
import { SearchField } from "@shared/ui/SearchField";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { type Column, Table } from "@shared/ui/Table";
import { toast } from "@shared/ui/Toast";
import { Link } from "@tanstack/react-router";
import { Download, SearchX } from "lucide-react";
import { useState } from "react";
import { useAdminLockers } from "./api/useAdminLockers";
import { useExport } from "./api/useLockerCommands";
import { StateTag } from "./StateTag";

const STATES: readonly LockerState[] = ["free", "held", "confirmed", "broken"];

export function LockerListPage() {
  const t = useT();
  const textOf = useProblemText();
  const [search, setSearch] = useState("");
  const [state, setState] = useState<LockerState | "all">("all");
  const list = useAdminLockers({ query: search, state: state === "all" ? "" : state });
  const save = useExport();

  const columns: Column<AdminLocker>[] = [
    {
      key: "id",
      title: t("locker.admin.number"),
      cell: (locker) => (
        <Link
          to="/admin/lockers/$lockerId"
          params={{ lockerId: String(locker.locker_id) }}
          className="num inline-flex min-h-11 items-center font-bold text-brand underline-offset-4 hover:underline"
        >
          {locker.locker_id}
        </Link>
      ),
    },
    { key: "place", title: t("locker.admin.location"), wide: true, cell: (locker) => locker.location_id },
    { key: "state", title: t("locker.admin.state"), cell: (locker) => <StateTag state={locker.state} /> },
    {
      key: "owner",
      title: t("locker.admin.owner"),
      cell: (locker) =>
        locker.owner
          ? `${locker.owner.name} · ${locker.owner.student_id ?? ""}`
          : (locker.broken_reason ?? ""),
    },
  ];

  return (
    <Page
      title={t("app.admin.page.lockers.title")}
      back="/admin"
      aside={
        <Button
          icon={<Download aria-hidden size={18} />}
          busy={save.isPending}
          onClick={() =>
            save.mutate(undefined, { onError: (problem) => toast(textOf(problem), { bad: true }) })
          }
        >
          {t("locker.admin.export")}
        </Button>
      }
    >
      <SearchField label={t("locker.admin.search")} onSearch={setSearch} />
      <Chips
        label={t("locker.admin.state")}
        value={state}
        onChoose={setState}
        choices={[
          { value: "all" as const, label: t("locker.admin.all") },
          ...STATES.map((value) => ({
            value,
            label: t(`locker.look.${value === "confirmed" ? "taken" : value}`),
          })),
        ]}
      />
      {list.isPending ? (
        <SkeletonList rows={6} height="h-14" />
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => list.refetch()} />
      ) : list.items.length === 0 ? (
        <EmptyState icon={<SearchX size={26} />} title={t("locker.admin.nothing")} />
      ) : (
        <>
          <Table
            caption={t("app.admin.page.lockers.title")}
            columns={columns}
            rows={list.items}
            rowKey={(locker) => locker.locker_id}
          />
          <MorePages list={list} />
        </>
      )}
    </Page>
  );
}
