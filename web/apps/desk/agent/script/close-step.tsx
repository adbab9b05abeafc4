import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { useInteraction } from "../use-interaction.ts";

/** What to say before the goodbye: the number of each ticket, in the groups that are easy to write down. */
export function CloseStep({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const interaction = useInteraction(contact.interactionId);
  const tickets = interaction.data?.tickets ?? [];
  return (
    <ul className="step-tool">
      {tickets.map((ticket) => (
        <li key={ticket.ticketId}>
          {t("agentDesk.script.close.number")}{" "}
          <b className="ticket-said">{ticket.number.split("-").join(" – ")}</b>
        </li>
      ))}
      <li className="mut">{t("agentDesk.script.close.anything")}</li>
    </ul>
  );
}
