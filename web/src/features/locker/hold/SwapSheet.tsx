import type { MyLocker } from "@shared/api/types";
import { useT } from "@shared/i18n";
import { Button } from "@shared/ui/Button";
import { Sheet } from "@shared/ui/Dialog";
import { Form, TextArea } from "@shared/ui/Form";
import { toast } from "@shared/ui/Toast";
import { useState } from "react";
import { useAskSwap } from "../api/useSwapAnswers";

/** Asks the owner of another locker to swap; nothing changes until they say yes. */
export function SwapSheet({
  mine,
  to,
  onClose,
}: {
  mine: MyLocker | null;
  to: number | null;
  onClose: () => void;
}) {
  const t = useT();
  const ask = useAskSwap();
  const [message, setMessage] = useState("");
  const send = () => {
    if (to === null) return;
    ask.mutate(
      { id: to, message: message.trim() },
      {
        onSuccess: () => {
          toast(t("locker.swap.asked", { to }));
          setMessage("");
          onClose();
        },
      },
    );
  };
  const close = () => {
    ask.reset();
    onClose();
  };
  return (
    <Sheet open={to !== null} onClose={close} title={t("locker.swap.title", { to })}>
      <p className="mt-1 mb-5 text-[15px] text-ink-2">
        {t("locker.swap.about", { from: mine?.locker_id, to })}
      </p>
      <Form onSubmit={send} problem={ask.error}>
        <TextArea
          label={t("locker.swap.message")}
          optional={t("shared.optional")}
          name="message"
          maxLength={200}
          placeholder={t("locker.swap.message_example")}
          value={message}
          onChange={(event) => setMessage(event.target.value)}
        />
        <Button type="submit" size="lg" look="primary" wide busy={ask.isPending}>
          {t("locker.swap.ask")}
        </Button>
      </Form>
    </Sheet>
  );
}
