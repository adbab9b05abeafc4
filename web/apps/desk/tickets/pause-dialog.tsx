import type { PauseTicket } from "@vera/contracts/ticket-journey";
import type { Ticket } from "@vera/contracts/tickets";
import { useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Select } from "../../../shared/ui/select.tsx";
import { TextArea } from "../../../shared/ui/text-area.tsx";

const REASONS: readonly PauseTicket["reason"][] = ["third-party", "force-majeure", "court-order"];
const SHORTEST_TEXT = 5;

interface PauseDialogProps {
  ticket: Ticket;
  busy: boolean;
  error: unknown;
  onSend: (given: PauseTicket) => void;
  onClose: () => void;
}

/** The clock stops only for a reason that has a name. */
export function PauseDialog({ ticket, busy, error, onSend, onClose }: PauseDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<PauseTicket["reason"]>("third-party");
  const [text, setText] = useState("");
  return (
    <Dialog
      title={t("tickets.pause")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("tickets.goBack")}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={text.trim().length < SHORTEST_TEXT}
            onClick={() => onSend({ version: ticket.version, reason, text: text.trim() })}
          >
            {t("tickets.pause")}
          </Button>
        </>
      }
    >
      <div className="stack">
        {error ? <ProblemNote error={error} kept={t("tickets.kept")} /> : null}
        <Select
          label={t("tickets.pauseReason")}
          value={reason}
          options={REASONS.map((value) => ({ value, label: t(`tickets.pausedBy.${value}`) }))}
          onChange={(value) => setReason(value as PauseTicket["reason"])}
        />
        <TextArea label={t("tickets.pauseText")} value={text} rows={3} maxLength={4000} onChange={setText} />
      </div>
    </Dialog>
  );
}
