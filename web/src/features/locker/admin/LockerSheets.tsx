import { useProblemText } from "@shared/api/problemText";
import type { AdminLocker } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Confirm } from "@shared/ui/Confirm";
import { toast } from "@shared/ui/Toast";
import { useNavigate } from "@tanstack/react-router";
import { AssignSheet } from "./AssignSheet";
import { useDeleteLocker, useMarkBroken, useMarkMended, useRevoke } from "./api/useLockerCommands";
import { EditLockerSheet } from "./EditLockerSheet";
import { ReasonSheet } from "./ReasonSheet";

export type LockerAction = "assign" | "revoke" | "broken" | "mended" | "edit" | "delete";

/** The sheet of whatever an admin is about to do with one locker. */
export function LockerSheets({
  locker,
  action,
  onClose,
}: {
  locker: AdminLocker;
  action: LockerAction | null;
  onClose: () => void;
}) {
  const t = useT();
  const textOf = useProblemText();
  const navigate = useNavigate();
  const revoke = useRevoke();
  const broken = useMarkBroken();
  const mended = useMarkMended();
  const remove = useDeleteLocker();
  const id = locker.locker_id;
  const done = (text: string) => {
    toast(text);
    onClose();
  };
  const answers = {
    onError: (problem: unknown) => toast(textOf(problem), { bad: true }),
    onSettled: onClose,
  };

  return (
    <>
      <AssignSheet id={id} open={action === "assign"} onClose={onClose} />
      <EditLockerSheet locker={locker} open={action === "edit"} onClose={onClose} />
      <ReasonSheet
        open={action === "revoke"}
        title={t("locker.admin.revoke.title", { id })}
        about={t("locker.admin.revoke.about", { name: locker.owner?.name ?? "" })}
        action={t("locker.admin.do.revoke")}
        danger
        problem={revoke.error}
        busy={revoke.isPending}
        onClose={onClose}
        onSend={(reason) =>
          revoke.mutate({ id, reason }, { onSuccess: () => done(t("locker.admin.revoke.done", { id })) })
        }
      />
      <ReasonSheet
        open={action === "broken"}
        title={t("locker.admin.broken.title", { id })}
        about={t("locker.admin.broken.about")}
        action={t("locker.admin.do.broken")}
        problem={broken.error}
        busy={broken.isPending}
        onClose={onClose}
        onSend={(reason) =>
          broken.mutate({ id, reason }, { onSuccess: () => done(t("locker.admin.broken.done", { id })) })
        }
      />
      <Confirm
        open={action === "mended"}
        onClose={onClose}
        title={t("locker.admin.mended.title", { id })}
        action={t("locker.admin.do.mended")}
        busy={mended.isPending}
        onConfirm={() => mended.mutate(id, answers)}
      >
        {t("locker.admin.mended.about")}
      </Confirm>
      <Confirm
        open={action === "delete"}
        onClose={onClose}
        title={t("locker.admin.delete.title", { id })}
        action={t("locker.admin.do.delete")}
        danger
        busy={remove.isPending}
        onConfirm={() =>
          remove.mutate(id, {
            ...answers,
            onSuccess: () => void navigate({ to: "/admin/lockers", replace: true }),
          })
        }
      >
        {t("locker.admin.delete.about")}
      </Confirm>
    </>
  );
}
