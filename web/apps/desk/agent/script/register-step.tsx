import { IconCircleCheck, IconTicket } from "@tabler/icons-react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { useInteraction } from "../use-interaction.ts";

/** Does somebody else have to act? Then it is a ticket, whose number the person takes with them. */
export function RegisterStep({ contact, onTicket }: { contact: DeskContact; onTicket: () => void }) {
  const { t } = useTranslation();
  const interaction = useInteraction(contact.interactionId);
  const tickets = interaction.data?.tickets ?? [];
  return (
    <div className="step-tool">
      {tickets.map((ticket) => (
        <div className="note-box note-box-ok" key={ticket.ticketId}>
          <Glyph icon={IconCircleCheck} size={20} />
          <p>
            <b>{ticket.number}</b> {ticket.subject}
          </p>
        </div>
      ))}
      <div className="note-box note-box-plain">
        <Glyph icon={IconTicket} size={20} />
        <p>{t("agentDesk.script.register.when")}</p>
        <Button onClick={onTicket}>{t("agentDesk.script.register.open")}</Button>
      </div>
    </div>
  );
}
