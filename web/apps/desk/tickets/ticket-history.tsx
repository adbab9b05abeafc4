import {
  IconArrowsSplit,
  IconBuildingCommunity,
  IconChecks,
  IconFlag,
  IconGavel,
  IconLock,
  IconMessage,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlus,
  IconRouteX,
  IconUserCheck,
} from "@tabler/icons-react";
import type { Ticket, TicketChange } from "@vera/contracts/tickets";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Glyph, type GlyphIcon } from "../../../shared/ui/glyph.tsx";

const ICONS: Record<TicketChange["what"], GlyphIcon> = {
  opened: IconPlus,
  state: IconPlayerPlay,
  assigned: IconUserCheck,
  office: IconArrowsSplit,
  priority: IconFlag,
  note: IconMessage,
  accepted: IconBuildingCommunity,
  returned: IconRouteX,
  decided: IconGavel,
  paused: IconPlayerPause,
  resumed: IconPlayerPlay,
  told: IconChecks,
  promised: IconChecks,
  linked: IconArrowsSplit,
};

/** All that happened, oldest first: words of people as texts, the rest as lines. */
export function TicketHistory({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const changes = [...ticket.history].sort((a, b) => a.at.localeCompare(b.at));
  return (
    <ol className="ticket-events" aria-label={t("tickets.history")}>
      {ticket.description && (
        <li className="ticket-event">
          <span className="ticket-mark ticket-mark-said">
            <Glyph icon={IconMessage} />
          </span>
          <div>
            <p>
              <b>{ticket.citizenName ?? t("tickets.noCitizen")}</b>
            </p>
            <p className="ticket-words">{ticket.description}</p>
          </div>
        </li>
      )}
      {changes.map((change) => (
        <HistoryEvent key={change.id} change={change} />
      ))}
    </ol>
  );
}

function HistoryEvent({ change }: { change: TicketChange }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const word = (value: string | null): string => {
    if (value === null) return t("tickets.nobody");
    if (change.what === "state") return t(`ui.ticketState.${value}`);
    if (change.what === "paused" || change.what === "resumed") return t(`tickets.pausedBy.${value}`);
    return change.what === "priority" ? t(`ui.ticketPriority.${value}`) : value;
  };
  const internal = change.what === "note" && change.visibility === "internal";
  return (
    <li className="ticket-event">
      <span className="ticket-mark">
        <Glyph icon={internal ? IconLock : ICONS[change.what]} />
      </span>
      <div>
        <p className="ticket-who">
          <span className="mut">
            {change.what === "note" ? (
              <>
                <b>{change.actorName}</b> {t(internal ? "tickets.internalNote" : "tickets.publicNote")}
              </>
            ) : (
              t(`tickets.event.${change.what}`, {
                name: change.actorName,
                from: word(change.from),
                to: word(change.to),
              })
            )}
          </span>
          <time dateTime={change.at} title={formats.exact(change.at)}>
            {formats.whenWithDay(change.at)}
          </time>
        </p>
        {change.text && <p className={internal ? "ticket-words note" : "ticket-words"}>{change.text}</p>}
      </div>
    </li>
  );
}
