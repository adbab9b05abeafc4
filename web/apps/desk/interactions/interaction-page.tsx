import { IconArrowLeft } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { InteractionDetail } from "@vera/contracts/conversations";
import { useEffect, useState } from "react";
import { Link } from "wouter";
import { openInteraction } from "../../../shared/api/interactions.ts";
import { clockInWords, formatClock } from "../../../shared/format/clock.ts";
import { formatPhone } from "../../../shared/format/phone.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { ChannelGlyph } from "../../../shared/ui/channel-glyph.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Ribbon } from "../../../shared/ui/ribbon.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { TabPanel } from "../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../shared/ui/tabs.tsx";
import { Tag } from "../../../shared/ui/tag.tsx";
import { useNow } from "../../../shared/ui/use-now.ts";
import { ribbonSegments } from "../agent/call/ribbon-segments.ts";
import { EventList } from "./event-list.tsx";
import { InteractionSide } from "./interaction-side.tsx";
import { NoteList } from "./note-list.tsx";
import { ResultTag } from "./result-tag.tsx";
import { SegmentTable } from "./segment-table.tsx";
import { SEGMENT_TONES } from "./segment-tones.ts";
import "./interactions.css";

const LIVE_EVERY_MS = 4000;

export function InteractionPage({ interactionId }: { interactionId: string }) {
  const { t } = useTranslation();
  const interaction = useQuery({
    queryKey: ["interaction", interactionId],
    queryFn: () => openInteraction(interactionId),
    refetchInterval: (query) => (query.state.data?.state === "ended" ? false : LIVE_EVERY_MS),
  });
  useEffect(() => {
    document.title = t("interactions.pageTitle");
  }, [t]);
  if (interaction.isPending) return <Skeleton lines={8} />;
  if (!interaction.data) {
    return (
      <main className="page-problem">
        <ProblemNote error={interaction.error} onRetry={() => void interaction.refetch()} />
        <Link href="/interactions">{t("interactions.back")}</Link>
      </main>
    );
  }
  return <OpenInteraction interaction={interaction.data} />;
}

const TABS = ["course", "events", "notes"] as const;
type TabId = (typeof TABS)[number];

/** Head with the ribbon over all; the course at the left, the facts at the right. */
function OpenInteraction({ interaction }: { interaction: InteractionDetail }) {
  const { t } = useTranslation();
  const [tab, setTab] = useState<TabId>("course");
  const counts: Record<TabId, number> = {
    course: 0,
    events: interaction.events.length,
    notes: interaction.notes.length,
  };
  return (
    <div className="interaction">
      <InteractionHead interaction={interaction} />
      <main className="interaction-course">
        <Tabs
          group="interaction"
          label={t("interactions.tabs.label")}
          tabs={TABS.map((id) => ({
            id,
            label: (
              <>
                {t(`interactions.tabs.${id}`)}
                {counts[id] > 0 && <Tag tone="neutral">{counts[id]}</Tag>}
              </>
            ),
          }))}
          value={tab}
          onChange={setTab}
        />
        <TabPanel group="interaction" id={tab} className="interaction-panel">
          {/* Scrolled by keyboard too, so it can take the focus. */}
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: see above */}
          <div className="interaction-scroll" tabIndex={0}>
            {tab === "course" && <SegmentTable segments={interaction.segments} />}
            {tab === "events" && <EventList events={interaction.events} />}
            {tab === "notes" && <NoteList notes={interaction.notes} />}
          </div>
        </TabPanel>
      </main>
      <InteractionSide interaction={interaction} />
    </div>
  );
}

function InteractionHead({ interaction }: { interaction: InteractionDetail }) {
  const { t, locale } = useTranslation();
  const formats = useFormats();
  const now = useNow();
  const { direction, fromAddress, toAddress, startedAt } = interaction;
  const parts = ribbonSegments(interaction.segments, now);
  const number = direction === "inbound" ? fromAddress : toAddress;
  const title = interaction.citizenName ?? (number ? formatPhone(number) : t("interactions.withheld"));
  return (
    <section className="interaction-head" aria-labelledby="interaction-who">
      <div className="row">
        <Link
          href="/interactions"
          className="btn btn-icon btn-ghost"
          aria-label={t("interactions.back")}
          data-tip={t("interactions.back")}
        >
          <Glyph icon={IconArrowLeft} />
        </Link>
        <ChannelGlyph channel={interaction.channel} outbound={direction === "outbound"} />
        <h1 className="el" id="interaction-who">
          {title}
        </h1>
        <ResultTag item={interaction} />
        {interaction.queueName && <Tag tone="accent">{interaction.queueName}</Tag>}
      </div>
      {parts.length > 0 && (
        <Ribbon
          tall
          label={t("interactions.ribbon", {
            segments: parts
              .map(({ kind, ms }) => `${t(`interactions.segment.${kind}`)} ${clockInWords(ms, locale)}`)
              .join(", "),
          })}
          segments={parts.map(({ key, kind, ms, running }) => ({
            key,
            tone: SEGMENT_TONES[kind],
            size: ms,
            now: running,
            caption: (
              <>
                <b>{t(`interactions.segment.${kind}`)}</b> <span className="dim">{formatClock(ms)}</span>
              </>
            ),
          }))}
        />
      )}
      <p className="sm mut">
        {t(direction === "inbound" ? "interactions.inboundBy" : "interactions.outboundBy", {
          when: formats.whenWithDay(startedAt),
          from: fromAddress ? formatPhone(fromAddress) : t("interactions.withheld"),
          to: formatPhone(toAddress),
        })}
      </p>
    </section>
  );
}
