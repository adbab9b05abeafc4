import type { InteractionEvent } from "@vera/contracts/conversations";
import { formatClock } from "../../../shared/format/clock.ts";
import { formatTimeWithSeconds } from "../../../shared/format/when.ts";
import type { Translate } from "../../../shared/i18n/texts-store.ts";
import { useFormats, ZONE } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";

/** What happened, by the second, as the event log has it: the figures are computed from this. */
export function EventList({ events }: { events: readonly InteractionEvent[] }) {
  const { t, locale } = useTranslation();
  const formats = useFormats();
  if (events.length === 0) return <p className="empty">{t("interactions.noEvents")}</p>;
  return (
    <ol className="events">
      {events.map((event, index) => (
        <li key={`${event.at} ${event.type} ${String(index)}`}>
          <time dateTime={event.at} title={formats.exact(event.at)}>
            {formatTimeWithSeconds(new Date(event.at), locale, ZONE)}
          </time>
          <span>{eventWords(event.type, t)}</span>
          <span className="mut">{facts(event.data, t)}</span>
        </li>
      ))}
    </ol>
  );
}

/** "offer.made" → its sentence; an event of a newer server is named as it is. */
function eventWords(type: string, t: Translate): string {
  const [area = "", what = ""] = type.split(".");
  return t([`interactions.event.${area}.${what}`, "interactions.otherEvent"], { type });
}

const DURATIONS = ["waitMs", "talkMs", "durationMs"] as const;

/** The facts that mean something to a reader; ids do not. */
function facts(data: InteractionEvent["data"], t: Translate): string {
  const text = (name: string): string | undefined =>
    typeof data[name] === "string" ? String(data[name]) : undefined;
  const parts: (string | undefined)[] = [];
  const kind = text("kind");
  if (kind)
    parts.push(
      t([`interactions.segment.${kind}`, `interactions.has.${kind}`, "interactions.asIs"], { word: kind }),
    );
  for (const name of ["outcome", "reason"]) {
    const word = text(name);
    if (!word) continue;
    const ending = [`interactions.queueOutcome.${word}`, `interactions.end.${word}`];
    parts.push(t([...ending, `interactions.offerOutcome.${word}`, "interactions.asIs"], { word }));
  }
  parts.push(text("node"), text("service"));
  for (const name of DURATIONS) {
    const ms = data[name];
    if (typeof ms === "number") parts.push(`${t(`interactions.fact.${name}`)} ${formatClock(ms)}`);
  }
  return parts.filter(Boolean).join(" · ");
}
