import { askAgain } from "@shared/api/askAgain";
import { CsvImport } from "@shared/csv/CsvImport";
import { useT } from "@shared/i18n";
import { Page } from "@shared/ui/Page";
import { useQueryClient } from "@tanstack/react-query";
import { LOCKERS } from "../api/keys";
import { ADMIN_LOCKERS, PLACES } from "./api/keys";

const EXAMPLE = "locker_id,location,floor,row,column\n101,정보관 1층,1,1,1";

export function LockerImportPage() {
  const t = useT();
  const client = useQueryClient();
  return (
    <Page title={t("app.admin.page.import.title")} back="/admin">
      <CsvImport
        path="/admin/lockers/import"
        example={EXAMPLE}
        about={t("locker.admin.import_about")}
        onDone={() => askAgain(client, LOCKERS, ADMIN_LOCKERS, PLACES)}
      />
    </Page>
  );
}
