import type { TicketHop } from "@vera/contracts/ticket-journey";
import type { Ticket } from "@vera/contracts/tickets";
import { formatDuration } from "../../../shared/format/clock.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useNow } from "../../../shared/ui/use-now.ts";

/** The one clock, and the offices through which it ran. */
export function TicketJourney({ ticket }: { ticket: Ticket }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const late = ticket.dueAt !== null && Date.parse(ticket.dueAt) < now;
  return (
    <>
      <section>
        <h2 className="h2">{t("tickets.clock")}</h2>
        <p>
          <b>{t("tickets.clockRuns", { time: formatDuration(ticket.elapsedSeconds * 1000) })}</b>
        </p>
        {ticket.pausedBy && (
          <p className="mut">
            {t("tickets.clockPaused", { reason: t(`tickets.pausedBy.${ticket.pausedBy}`) })}
          </p>
        )}
        {ticket.dueAt && (
          <p className={late ? "late" : "mut"}>
            {t(late ? "tickets.clockLate" : "tickets.clockDue", { when: formats.whenWithDay(ticket.dueAt) })}
          </p>
        )}
      </section>
      <section>
        <h2 className="h2">{t("tickets.hops")}</h2>
        <ol className="hops">
          {ticket.hops.map((hop) => (
            <Hop key={hop.id} hop={hop} />
          ))}
        </ol>
      </section>
    </>
  );
}

function Hop({ hop }: { hop: TicketHop }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <li aria-current={hop.untilAt === null ? "step" : undefined}>
      <p>
        <b>{hop.officeName ?? t("tickets.nobody")}</b> <span className="mut">{hop.tenantName}</span>
      </p>
      <p className="sm mut">
        {formats.whenWithDay(hop.fromAt)} · {t(`tickets.cameBy.${hop.cameBy}`)} ·{" "}
        {t("tickets.hopTime", { time: formatDuration(hop.seconds * 1000) })}
      </p>
      {hop.norm && (
        <p className="sm mut">
          {t("tickets.norm")}: {hop.norm}
        </p>
      )}
      {hop.returnReason ? (
        <p className="sm">
          {t(`tickets.reason.${hop.returnReason}`)}: {hop.returnText}
        </p>
      ) : (
        <p className="sm">
          {hop.acceptedByName ? t("tickets.hopTaken", { name: hop.acceptedByName }) : t("tickets.hopWaiting")}
        </p>
      )}
    </li>
  );
}
