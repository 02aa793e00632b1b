import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { SearchField } from "@shared/ui/SearchField";
import { ErrorState, SkeletonList } from "@shared/ui/States";
import { useState } from "react";
import { useAccounts } from "./api/useAccounts";

interface Props {
  open: boolean;
  busy: boolean;
  onClose: () => void;
  onMerge: (serialId: number) => void;
}

const SHOWN = 8;

/** Chooses the account that the student id will belong to. */
export function MergeSheet({ open, busy, onClose, onMerge }: Props) {
  const t = useT();
  return (
    <Sheet open={open} onClose={onClose} title={t("members.request.merge_title")}>
      <p className="mt-1 mb-4 text-[15px] text-ink-2">{t("members.request.merge_about")}</p>
      <Choice busy={busy} onMerge={onMerge} />
    </Sheet>
  );
}

function Choice({ busy, onMerge }: Pick<Props, "busy" | "onMerge">) {
  const t = useT();
  const [search, setSearch] = useState("");
  const accounts = useAccounts(search);
  return (
    <div className="flex flex-col gap-3">
      <SearchField label={t("members.search")} onSearch={setSearch} />
      {accounts.isPending ? (
        <SkeletonList rows={3} height="h-12" />
      ) : accounts.isError ? (
        <ErrorState error={accounts.error} onRetry={() => accounts.refetch()} />
      ) : (
        <ul className="divide-y divide-line">
          {accounts.items.slice(0, SHOWN).map((account) => (
            <li key={account.serial_id} className="flex items-center gap-3 py-2">
              <span className="min-w-0 flex-1">
                <span className="block font-semibold">{account.name}</span>
                <span className="num block text-[13px] text-ink-3">
                  {account.student_id ?? account.handle}
                </span>
              </span>
              <Button busy={busy} onClick={() => onMerge(account.serial_id)}>
                {t("members.request.do.merge")}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
