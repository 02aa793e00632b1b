import type { Account, Role } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { Form, SelectField } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useSetRole } from "./api/useAccounts";

const ROLES: readonly Role[] = ["member", "organiser", "moderator", "admin"];

export function RoleSheet({ account, onClose }: { account: Account; onClose: () => void }) {
  const t = useT();
  const setRole = useSetRole();
  const [role, choose] = useState<Role>(account.role);
  const send = () =>
    setRole.mutate(
      { id: account.serial_id, role },
      {
        onSuccess: () => {
          toast(t("members.role_changed", { name: account.name }));
          onClose();
        },
      },
    );
  return (
    <Sheet open onClose={onClose} title={t("members.role_of", { name: account.name })}>
      <Form onSubmit={send} problem={setRole.error} className="mt-4">
        <SelectField
          label={t("members.role")}
          name="role"
          hint={t(`members.about_role.${role}`)}
          value={role}
          onChange={(event) => choose(ROLES.find((known) => known === event.target.value) ?? role)}
        >
          {ROLES.map((known) => (
            <option key={known} value={known}>
              {t(`shared.role.${known}`)}
            </option>
          ))}
        </SelectField>
        <Button type="submit" size="lg" look="primary" wide busy={setRole.isPending}>
          {t("members.save")}
        </Button>
      </Form>
    </Sheet>
  );
}
