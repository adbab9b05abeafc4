import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ChannelGlyph } from "../../../../shared/ui/channel-glyph.tsx";
import { Clock } from "../../../../shared/ui/clock.tsx";
import { useCitizenName } from "../citizen/use-citizen-name.ts";
import { useDraft } from "../use-draft.ts";
import { useTopics } from "../use-topics.ts";
import type { DeskContact } from "./desk-contacts.ts";

interface ContactRowProps {
  contact: DeskContact;
  shown: boolean;
  onChoose: () => void;
}

export function ContactRow({ contact, shown, onChoose }: ContactRowProps) {
  const { t } = useTranslation();
  const name = useCitizenName(contact.interactionId, contact.caller);
  const [draft] = useDraft(contact.interactionId);
  const topic = useTopics().find(({ id }) => id === draft.topicId)?.label;
  const held = contact.call?.status === "held";
  const state = contact.wrapUp ? t("ui.state.wrap") : held ? t("agentDesk.contacts.held") : null;
  const second = [state ?? contact.queueName ?? t("agentDesk.call.outgoing"), topic].filter(Boolean);
  return (
    <button type="button" className="contact" aria-current={shown || undefined} onClick={onChoose}>
      <ChannelGlyph channel={contact.channel} outbound={contact.outbound} />
      <span className={shown ? "el contact-name" : "el"}>
        {name ?? (contact.caller.number ? formatPhone(contact.caller.number) : t("agentDesk.hiddenNumber"))}
      </span>
      <ContactClock contact={contact} className={shown ? "b" : "dim"} />
      <span className="contact-second el">{second.join(" · ")}</span>
    </button>
  );
}

/** How long it lasts; of a wrap-up, what is left of it, or how long it lasts where nothing limits it. */
function ContactClock({ contact, className }: { contact: DeskContact; className: string }) {
  const { t } = useTranslation();
  const { call, wrapUp, outbound, since } = contact;
  if (wrapUp?.deadlineAt) {
    return <Clock until={wrapUp.deadlineAt} label={t("agentDesk.contacts.timeLeft")} className={className} />;
  }
  if (wrapUp) return <Clock since={wrapUp.startedAt} className={className} />;
  return <Clock since={outbound ? (call?.talkStartedAt ?? since) : since} className={className} />;
}
