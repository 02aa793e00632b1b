import type { LockerPlace } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { Field, Form, TextArea } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useEditPlace } from "./api/usePlaces";

export function PlaceSheet({
  place,
  open,
  onClose,
}: {
  place: LockerPlace;
  open: boolean;
  onClose: () => void;
}) {
  const t = useT();
  const edit = useEditPlace();
  const [name, setName] = useState(place.name);
  const [instructions, setInstructions] = useState(place.instructions ?? "");
  const send = () =>
    edit.mutate(
      { id: place.id, name: name.trim().normalize("NFC"), instructions: instructions.trim() },
      {
        onSuccess: () => {
          toast(t("locker.admin.place.saved"));
          onClose();
        },
      },
    );
  return (
    <Sheet open={open} onClose={onClose} title={t("locker.admin.place.edit")}>
      <Form onSubmit={send} problem={edit.error} className="mt-4">
        <Field
          label={t("locker.admin.place.name")}
          name="name"
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextArea
          label={t("locker.mine.instructions")}
          hint={t("locker.admin.place.hint")}
          name="instructions"
          rows={6}
          maxLength={2000}
          value={instructions}
          onChange={(event) => setInstructions(event.target.value)}
        />
        <Button type="submit" size="lg" look="primary" wide busy={edit.isPending}>
          {t("locker.admin.save")}
        </Button>
      </Form>
    </Sheet>
  );
}
