import type { LegalOwner, OfficeCard } from "@vera/contracts/competence";
import type { ReturnReason, ReturnTicket } from "@vera/contracts/ticket-journey";
import type { Ticket } from "@vera/contracts/tickets";
import { useState } from "react";
import { LEGAL_OWNERS } from "../../../shared/format/legal-owners.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Select } from "../../../shared/ui/select.tsx";
import { TextArea } from "../../../shared/ui/text-area.tsx";
import { OfficePicker } from "./office-picker.tsx";

const REASONS: readonly ReturnReason[] = ["other-owner", "other-territory", "other-topic", "higher-instance"];
const SHORTEST_TEXT = 5;

interface ReturnDialogProps {
  ticket: Ticket;
  busy: boolean;
  error: unknown;
  onSend: (given: ReturnTicket) => void;
  onClose: () => void;
}

/** "No nos corresponde": why, and whose it is instead; how many returns are left is said before. */
export function ReturnDialog({ ticket, busy, error, onSend, onClose }: ReturnDialogProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useState<ReturnReason>("other-owner");
  const [owner, setOwner] = useState<LegalOwner | "">("");
  const [office, setOffice] = useState<OfficeCard | null>(null);
  const [text, setText] = useState("");
  const ready = text.trim().length >= SHORTEST_TEXT && (owner !== "" || office !== null);
  const send = (): void =>
    onSend({
      version: ticket.version,
      reason,
      text: text.trim(),
      ...(owner ? { proposedLegalOwner: owner } : { proposedOfficeId: office?.id ?? null }),
    });
  return (
    <Dialog
      title={t("tickets.returnTitle")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("tickets.goBack")}</Button>
          <Button variant="primary" busy={busy} disabled={!ready} onClick={send}>
            {t("tickets.return")}
          </Button>
        </>
      }
    >
      <div className="stack">
        {error ? <ProblemNote error={error} kept={t("tickets.kept")} /> : null}
        <p className="mut">{t("tickets.returnLeft", { count: ticket.bouncesLeft })}</p>
        <Select
          label={t("tickets.returnReason")}
          value={reason}
          options={REASONS.map((value) => ({ value, label: t(`tickets.reason.${value}`) }))}
          onChange={(value) => setReason(value as ReturnReason)}
        />
        <Select
          label={t("tickets.returnOwner")}
          value={owner}
          placeholder={t("tickets.returnOwnerUnknown")}
          options={LEGAL_OWNERS.map((value) => ({ value, label: t(`ui.legalOwner.${value}`) }))}
          onChange={(value) => setOwner(value as LegalOwner | "")}
        />
        {owner === "" && <OfficePicker value={office} onChange={setOffice} exceptId={ticket.officeId} />}
        <TextArea label={t("tickets.returnText")} value={text} rows={3} maxLength={4000} onChange={setText} />
      </div>
    </Dialog>
  );
}
