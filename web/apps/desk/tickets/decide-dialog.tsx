import type { OfficeCard } from "@vera/contracts/competence";
import type { Ticket } from "@vera/contracts/tickets";
import { useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { TextArea } from "../../../shared/ui/text-area.tsx";
import { OfficePicker } from "./office-picker.tsx";

const SHORTEST_TEXT = 5;

interface DecideDialogProps {
  ticket: Ticket;
  busy: boolean;
  error: unknown;
  onSend: (given: { officeId: string; text: string }) => void;
  onClose: () => void;
}

/** The coordinator's word: which office has it, and why. */
export function DecideDialog({ ticket, busy, error, onSend, onClose }: DecideDialogProps) {
  const { t } = useTranslation();
  const [office, setOffice] = useState<OfficeCard | null>(null);
  const [text, setText] = useState("");
  return (
    <Dialog
      title={t("tickets.decide")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("tickets.goBack")}</Button>
          <Button
            variant="primary"
            busy={busy}
            disabled={!office || text.trim().length < SHORTEST_TEXT}
            onClick={() => office && onSend({ officeId: office.id, text: text.trim() })}
          >
            {t("tickets.decide")}
          </Button>
        </>
      }
    >
      <div className="stack">
        {error ? <ProblemNote error={error} kept={t("tickets.kept")} /> : null}
        <OfficePicker value={office} onChange={setOffice} exceptId={ticket.officeId} />
        <TextArea label={t("tickets.decideText")} value={text} rows={3} maxLength={4000} onChange={setText} />
      </div>
    </Dialog>
  );
}
