import type { CallSegment } from "@vera/contracts/voice";
import { clockInWords, formatClock } from "../../../../shared/format/clock.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Ribbon, type RibbonTone } from "../../../../shared/ui/ribbon.tsx";
import { useNow } from "../../../../shared/ui/use-now.ts";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { useInteraction } from "../use-interaction.ts";
import { ribbonSegments } from "./ribbon-segments.ts";

const TONES: Record<CallSegment["kind"], RibbonTone> = {
  ivr: "plain",
  queue: "wait",
  offer: "offered",
  talk: "talk",
  hold: "pause",
  consult: "pause",
  "wrap-up": "wrap",
};

/** The contact so far, to scale: menu, queue, talk, hold. */
export function CallRibbon({ contact }: { contact: DeskContact }) {
  const { t, locale } = useTranslation();
  const now = useNow();
  const interaction = useInteraction(contact.interactionId);
  const known = contact.call?.segments ?? interaction.data?.segments ?? [];
  const segments = ribbonSegments(known, now);
  if (segments.length === 0) return null;
  const words = segments
    .map((segment) => `${t(`agentDesk.segment.${segment.kind}`)} ${clockInWords(segment.ms, locale)}`)
    .join(", ");
  return (
    <div className="ribbon-wrap">
      <Ribbon
        label={t("agentDesk.segment.all", { segments: words })}
        segments={segments.map((segment) => ({
          key: segment.key,
          tone: TONES[segment.kind],
          size: segment.ms,
          now: segment.running,
          caption: `${t(`agentDesk.segment.${segment.kind}`)} ${formatClock(segment.ms)}`,
        }))}
      />
    </div>
  );
}
