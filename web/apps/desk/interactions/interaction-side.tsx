import { IconBook, IconMicrophone, IconTicket } from "@tabler/icons-react";
import type { InteractionDetail } from "@vera/contracts/conversations";
import type { ReactNode } from "react";
import { Link } from "wouter";
import { formatClock } from "../../../shared/format/clock.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Glyph, type GlyphIcon } from "../../../shared/ui/glyph.tsx";
import { useMe } from "../session/me-context.ts";
import { DispositionFacts } from "./disposition-facts.tsx";

/** Who, with whom, what came of it, and what it left: ticket, articles, recording. */
export function InteractionSide({ interaction }: { interaction: InteractionDetail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { can } = useMe();
  return (
    <aside className="interaction-side" aria-label={t("interactions.facts")}>
      <HandledFacts interaction={interaction} />
      <Part title={t("interactions.person")}>
        <p>{interaction.citizenName ?? t("interactions.unknown")}</p>
        {interaction.citizenId && can("citizen.read") && (
          <p className="sm mut">
            {t("interactions.personHint")}{" "}
            <Link href={`/citizens/${interaction.citizenId}`}>{t("interactions.openPerson")}</Link>
          </p>
        )}
      </Part>
      <DispositionFacts dispositions={interaction.dispositions} />
      <Part title={t("interactions.recordings")} none={t("interactions.noRecordings")}>
        {interaction.recordings.map(({ recordingId, startedAt, durationMs }) => (
          <SideLink
            key={recordingId}
            icon={IconMicrophone}
            href={can("recording.list") ? `/recordings/${recordingId}` : null}
            end={durationMs === null ? "" : formatClock(durationMs)}
          >
            {t("interactions.recordingAt", { time: formats.time(startedAt) })}
          </SideLink>
        ))}
      </Part>
      <Part title={t("interactions.tickets")} none={t("interactions.noTickets")}>
        {interaction.tickets.map(({ ticketId, number, subject }) => (
          <SideLink
            key={ticketId}
            icon={IconTicket}
            href={can("ticket.read") ? `/tickets/${ticketId}` : null}
            end={number}
          >
            {subject}
          </SideLink>
        ))}
      </Part>
      <Part title={t("interactions.articles")} none={t("interactions.noArticles")}>
        {interaction.articlesRead.map(({ articleId, version, title, at }) => (
          <SideLink
            key={`${articleId} ${at}`}
            icon={IconBook}
            href={can("article.read") ? `/knowledge/${articleId}` : null}
            end={t("interactions.version", { version })}
          >
            {title}
          </SideLink>
        ))}
      </Part>
    </aside>
  );
}

function HandledFacts({ interaction }: { interaction: InteractionDetail }) {
  const { t } = useTranslation();
  const { tenantName, can } = useMe();
  const { parentInteractionId } = interaction;
  return (
    <section>
      <h2 className="h2">{t("interactions.handled")}</h2>
      <dl className="facts">
        <dt>{t("interactions.firstAnswer")}</dt>
        <dd>{interaction.agentName ?? t("interactions.nobody")}</dd>
        <dt>{t("interactions.queue")}</dt>
        <dd>{interaction.queueName ?? t("interactions.noQueue")}</dd>
        <dt>{t("interactions.organism")}</dt>
        <dd>{tenantName(interaction.tenantId)}</dd>
        <dt>{t("interactions.col.waitMs")}</dt>
        <dd>{formatClock(interaction.waitMs)}</dd>
        <dt>{t("interactions.col.talkMs")}</dt>
        <dd>{formatClock(interaction.talkMs)}</dd>
        <dt>{t("interactions.hold")}</dt>
        <dd>{formatClock(interaction.holdMs)}</dd>
        <dt>{t("interactions.wrapUp")}</dt>
        <dd>{formatClock(interaction.wrapUpMs)}</dd>
        {interaction.endReason && (
          <>
            <dt>{t("interactions.col.result")}</dt>
            <dd>{t(`interactions.end.${interaction.endReason}`)}</dd>
          </>
        )}
        {interaction.emergency && (
          <>
            <dt>{t("interactions.emergency")}</dt>
            <dd className="b">{interaction.emergency}</dd>
          </>
        )}
      </dl>
      {parentInteractionId && can("interaction.read") && (
        <p className="sm mut">
          {t("interactions.fromCall")}{" "}
          <Link href={`/interactions/${parentInteractionId}`}>{t("interactions.openParent")}</Link>
        </p>
      )}
    </section>
  );
}

interface PartProps {
  title: string;
  /** Said instead of an empty list. */
  none?: string;
  children: ReactNode;
}

function Part({ title, none, children }: PartProps) {
  const empty = Array.isArray(children) && children.length === 0;
  return (
    <section>
      <h2 className="h2">{title}</h2>
      {empty ? <p className="sm dim">{none}</p> : children}
    </section>
  );
}

interface SideLinkProps {
  icon: GlyphIcon;
  /** Null where I may not open it. */
  href: string | null;
  end: string;
  children: ReactNode;
}

function SideLink({ icon, href, end, children }: SideLinkProps) {
  return (
    <p className="interaction-link">
      <Glyph icon={icon} />
      {href ? <Link href={href}>{children}</Link> : <span>{children}</span>}
      <span className="dim nw">{end}</span>
    </p>
  );
}
