import { IconPlus } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { useInteraction } from "../use-interaction.ts";

// Not every contact opens a ticket: the form loads when it is first shown.
const NewTicketForm = lazy(async () => ({ default: (await import("./new-ticket-form.tsx")).NewTicketForm }));
const OpenedTicket = lazy(async () => ({ default: (await import("./opened-ticket.tsx")).OpenedTicket }));

/** The tickets that this contact opened, and the form for one more. */
export function TicketTab({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const interaction = useInteraction(contact.interactionId);
  const [another, setAnother] = useState(false);
  const tickets = interaction.data?.tickets ?? [];
  if (tickets.length === 0 || another) {
    return (
      <Suspense fallback={<Skeleton lines={8} />}>
        <NewTicketForm contact={contact} onOpened={() => setAnother(false)} />
      </Suspense>
    );
  }
  return (
    <>
      <div className="desk-body stack">
        <Suspense fallback={<Skeleton lines={3} />}>
          {tickets.map((ticket) => (
            <OpenedTicket key={ticket.ticketId} ticketId={ticket.ticketId} />
          ))}
        </Suspense>
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
