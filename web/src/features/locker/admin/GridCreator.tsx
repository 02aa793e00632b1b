import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { Field, type FieldErrors, Form } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useCreateGrid } from "./api/useLockerCommands";
import { GridPreview } from "./GridPreview";
import { COLUMNS_MAX, type GridForm, planProblems, ROWS_MAX } from "./gridPlan";

const NEW: GridForm = { location: "", floor: "", first: "", rows: "6", columns: "8" };

/** A block of numbered lockers, drawn while its measures are typed. */
export function GridCreator({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useT();
  const create = useCreateGrid();
  const [form, setForm] = useState(NEW);
  const [errors, setErrors] = useState<FieldErrors>({});
  const set = (field: keyof GridForm) => (event: { target: { value: string } }) =>
    setForm({ ...form, [field]: event.target.value });

  const send = () => {
    const problems = planProblems(form);
    setErrors(Object.fromEntries(Object.entries(problems).map(([field, key]) => [field, [t(key)]])));
    if (Object.keys(problems).length > 0) return;
    create.mutate(
      {
        location: form.location.trim().normalize("NFC"),
        ...(form.floor.trim() && { floor: Number(form.floor) }),
        first_id: Number(form.first),
        rows: Number(form.rows),
        columns: Number(form.columns),
      },
      {
        onSuccess: (answer) => {
          toast(t("locker.admin.grid.done", { count: answer.created }));
          setForm(NEW);
          onClose();
        },
      },
    );
  };

  return (
    <Sheet open={open} onClose={onClose} title={t("locker.admin.grid.title")} wide>
      <Form onSubmit={send} errors={errors} problem={create.error} className="mt-4">
        <div className="flex flex-col gap-4 sm:flex-row">
          <Field
            label={t("locker.admin.grid.location")}
            name="location"
            placeholder={t("locker.admin.grid.location_example")}
            value={form.location}
            onChange={set("location")}
          />
          <Field
            label={t("locker.admin.grid.floor")}
            optional={t("shared.optional")}
            name="floor"
            placeholder={t("locker.admin.grid.floor_example")}
            value={form.floor}
            onChange={set("floor")}
          />
        </div>
        <div className="flex gap-3">
          <Field
            label={t("locker.admin.grid.first")}
            name="first_id"
            inputMode="numeric"
            placeholder="101"
            value={form.first}
            onChange={set("first")}
          />
          <Field
            label={t("locker.admin.grid.rows")}
            name="rows"
            type="number"
            min={1}
            max={ROWS_MAX}
            value={form.rows}
            onChange={set("rows")}
          />
          <Field
            label={t("locker.admin.grid.columns")}
            name="columns"
            type="number"
            min={1}
            max={COLUMNS_MAX}
            value={form.columns}
            onChange={set("columns")}
          />
        </div>
        <GridPreview form={form} />
        <Button type="submit" size="lg" look="primary" wide busy={create.isPending}>
          {t("locker.admin.grid.create")}
        </Button>
      </Form>
    </Sheet>
  );
}
