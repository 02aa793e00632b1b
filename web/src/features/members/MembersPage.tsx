import type { Account } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { phone } from "@shared/lib/phone";
import { Button } from "@shared/ui/Button";
import { Tag } from "@shared/ui/Card";
import { MorePages } from "@shared/ui/MorePages";
import { Page } from "@shared/ui/Page";
import { SearchField } from "@shared/ui/SearchField";
import { EmptyState, ErrorState, SkeletonList } from "@shared/ui/States";
import { type Column, Table } from "@shared/ui/Table";
import { SearchX } from "lucide-react";
import { useState } from "react";
import { useAccounts } from "./api/useAccounts";
import { RoleSheet } from "./RoleSheet";

export function MembersPage() {
  const t = useT();
  const [search, setSearch] = useState("");
  const [editing, setEditing] = useState<Account | null>(null);
  const accounts = useAccounts(search);

  const columns: Column<Account>[] = [
    {
      key: "name",
      title: t("members.name"),
      cell: (account) => (
        <span>
          <span className="block font-semibold">{account.name}</span>
          <span className="num block text-[13px] text-ink-3">{account.student_id ?? account.handle}</span>
        </span>
      ),
    },
    {
      key: "phone",
      title: t("members.phone"),
      wide: true,
      cell: (account) => (
        <span className="num">{account.phone_number ? phone(account.phone_number) : ""}</span>
      ),
    },
    {
      key: "role",
      title: t("members.role"),
      cell: (account) => (
        <Tag tone={account.role === "member" ? "plain" : "brand"}>{t(`shared.role.${account.role}`)}</Tag>
      ),
    },
    {
      key: "change",
      title: t("members.change"),
      cell: (account) => (
        <Button
          onClick={() => setEditing(account)}
          aria-label={t("members.change_role_of", { name: account.name })}
        >
          {t("members.change_role")}
        </Button>
      ),
    },
  ];

  return (
    <Page title={t("app.admin.page.members.title")} back="/admin">
      <SearchField label={t("members.search")} onSearch={setSearch} />
      {accounts.isPending ? (
        <SkeletonList rows={6} height="h-14" />
      ) : accounts.isError ? (
        <ErrorState error={accounts.error} onRetry={() => accounts.refetch()} />
      ) : accounts.items.length === 0 ? (
        <EmptyState icon={<SearchX size={26} />} title={t("members.none")} />
      ) : (
        <>
          <Table
            caption={t("app.admin.page.members.title")}
            columns={columns}
            rows={accounts.items}
            rowKey={(account) => account.serial_id}
          />
          <MorePages list={accounts} />
        </>
      )}
      {editing && <RoleSheet key={editing.serial_id} account={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}
