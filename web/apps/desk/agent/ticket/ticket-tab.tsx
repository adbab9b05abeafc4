import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { useInteraction } from "../use-interaction.ts";
import { NewTicketForm } from "./new-ticket-form.tsx";
import { OpenedTicket } from "./opened-ticket.tsx";

/** The tickets that this contact opened, and the form for one more. */
export function TicketTab({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const interaction = useInteraction(contact.interactionId);
  const [another, setAnother] = useState(false);
  const tickets = interaction.data?.tickets ?? [];
  if (tickets.length === 0 || another) {
    return <NewTicketForm contact={contact} onOpened={() => setAnother(false)} />;
  }
  return (
    <>
      <div className="desk-body stack">
        {tickets.map((ticket) => (
          <OpenedTicket key={ticket.ticketId} ticketId={ticket.ticketId} />
        ))}
      </div>
      <div className="desk-foot">
        <span className="sp" />
        <Button icon={IconPlus} onClick={() => setAnother(true)}>
          {t("agentDesk.ticket.another")}
        </Button>
      </div>
    </>
  );
}
