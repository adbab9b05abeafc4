import { useEffect, useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../shared/keys/use-key.ts";
import { useAgentDesk, useCalls } from "../shell/agent-topic.ts";
import { useRejoin } from "./call/use-rejoin.ts";
import { CitizenPanel } from "./citizen/citizen-panel.tsx";
import { EmptyCitizenPanel } from "./citizen/empty-citizen-panel.tsx";
import { ContactCentre } from "./contact-centre.tsx";
import { ContactsColumn } from "./contacts/contacts-column.tsx";
import { type DeskContact, deskContacts, shownContact } from "./contacts/desk-contacts.ts";
import { IdleCentre } from "./idle/idle-centre.tsx";
import { oldestFirst } from "./offer/offer-order.ts";
import { OfferStack } from "./offer/offer-stack.tsx";
import { RingCard } from "./offer/ring-card.tsx";
import "./agent-desk.css";

/** My contacts | the one in hand | the person. */
export function AgentDeskPage() {
  const { t } = useTranslation();
  const desk = useAgentDesk();
  const calls = useCalls();
  const [chosenId, setChosenId] = useState<string | null>(null);
  const contacts = deskContacts(desk, calls);
  const shown = shownContact(contacts, chosenId);
  useRejoin(calls);
  const offers = oldestFirst(desk?.offers ?? {});
  const offered = offers[0];
  useKey("previousContact", contacts.length > 1 ? () => setChosenId(neighbour(contacts, shown, -1)) : null);
  useKey("nextContact", contacts.length > 1 ? () => setChosenId(neighbour(contacts, shown, 1)) : null);
  const ids = contacts.map((contact) => contact.interactionId).join();
  useEffect(() => {
    // Whatever arrived last is what the agent just took: show it.
    setChosenId(ids.split(",").at(-1) || null);
  }, [ids]);
  useEffect(() => {
    document.title = offered
      ? t("agentDesk.title.offer", { queue: offered.queueName })
      : t(shown ? "agentDesk.title.contact" : "agentDesk.title.idle", {
          name: shown?.caller.name ?? shown?.caller.number ?? "",
        });
  }, [t, offered, shown]);
  const person = shown ?? offered;
  return (
    <div className="desk">
      <ContactsColumn contacts={contacts} shownId={shown?.interactionId ?? null} onChoose={setChosenId} />
      <main className="desk-col desk-centre">
        <OfferStack offers={offers} />
        <RingCard offers={offers} />
        {shown ? <ContactCentre key={shown.interactionId} contact={shown} /> : <IdleCentre />}
      </main>
      {person ? (
        <CitizenPanel
          key={person.interactionId}
          interactionId={person.interactionId}
          tenantId={person.tenantId}
          caller={person.caller}
          queueName={person.queueName}
        />
      ) : (
        <EmptyCitizenPanel />
      )}
    </div>
  );
}

function neighbour(contacts: readonly DeskContact[], shown: DeskContact | null, step: 1 | -1): string | null {
  const at = contacts.findIndex((contact) => contact.interactionId === shown?.interactionId);
  return contacts[(at + step + contacts.length) % contacts.length]?.interactionId ?? null;
}
