import { useQuery } from "@tanstack/react-query";
import { myCallbacks } from "../../../../shared/api/agent.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { useAgentDesk } from "../../shell/agent-topic.ts";
import { CallbackRow } from "./callback-row.tsx";
import { ContactRow } from "./contact-row.tsx";
import type { DeskContact } from "./desk-contacts.ts";
import { MyDay } from "./my-day.tsx";
import "./contacts-column.css";

interface ContactsColumnProps {
  contacts: readonly DeskContact[];
  shownId: string | null;
  onChoose: (interactionId: string) => void;
}

export function ContactsColumn({ contacts, shownId, onChoose }: ContactsColumnProps) {
  const { t } = useTranslation();
  const desk = useAgentDesk();
  const callbacks = useQuery({ queryKey: ["my-callbacks"], queryFn: myCallbacks, refetchInterval: 60_000 });
  const calls = desk?.capacity["voice"];
  const later = callbacks.data?.items ?? [];
  return (
    <nav className="desk-col desk-contacts" aria-label={t("agentDesk.contacts.title")}>
      <div className="desk-scroll">
        <div className="list-head">
          <h2 className="h2">{t("agentDesk.contacts.title")}</h2>
          <span className="sp" />
          {calls && calls.limit > 0 && (
            <span className="lab">
              {t("agentDesk.contacts.calls", { used: calls.used, count: calls.limit })}
            </span>
          )}
        </div>
        {contacts.length === 0 && <EmptyState>{t("agentDesk.contacts.empty")}</EmptyState>}
        <ul>
          {contacts.map((contact) => (
            <li key={contact.interactionId}>
              <ContactRow
                contact={contact}
                shown={contact.interactionId === shownId}
                onChoose={() => onChoose(contact.interactionId)}
              />
            </li>
          ))}
        </ul>
        {later.length > 0 && (
          <>
            <div className="list-head list-head-more">
              <h2 className="h2">{t("agentDesk.contacts.later")}</h2>
            </div>
            <ul>
              {later.map((callback) => (
                <li key={callback.id}>
                  <CallbackRow callback={callback} />
                </li>
              ))}
            </ul>
          </>
        )}
      </div>
      <MyDay />
    </nav>
  );
}
