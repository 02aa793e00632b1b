import type { AdminLocker } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { Field, Form } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useEditLocker } from "./api/useLockerCommands";

/** Where a locker stands in the plan. */
export function EditLockerSheet({
  locker,
  open,
  onClose,
}: {
  locker: AdminLocker;
  open: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const edit = useEditLocker();
  const [row, setRow] = useState(String(locker.row ?? ""));
  const [column, setColumn] = useState(String(locker.column ?? ""));

  const send = () =>
    edit.mutate(
      {
        id: locker.locker_id,
        position: { ...(row && { row: Number(row) }), ...(column && { column: Number(column) }) },
      },
      {
        onSuccess: () => {
          toast(t("locker.admin.edit.done"));
          onClose();
        },
      },
    );

  return (
    <Sheet open={open} onClose={onClose} title={t("locker.admin.edit.title", { id: locker.locker_id })}>
      <p className="mt-1 mb-5 text-[15px] text-ink-2">{t("locker.admin.edit.about")}</p>
      <Form onSubmit={send} problem={edit.error}>
        <div className="flex gap-3">
          <Field
            label={t("locker.admin.edit.row")}
            name="row"
            type="number"
            min={1}
            value={row}
            onChange={(event) => setRow(event.target.value)}
          />
          <Field
            label={t("locker.admin.edit.column")}
            name="column"
            type="number"
            min={1}
            value={column}
            onChange={(event) => setColumn(event.target.value)}
          />
        </div>
        <Button type="submit" size="lg" look="primary" wide busy={edit.isPending}>
          {t("locker.admin.save")}
        </Button>
      </Form>
    </Sheet>
  );
}
