import { IconTicket } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { TimelineEntry } from "@vera/contracts/citizens";
import { Link } from "wouter";
import { citizenTimeline } from "../../../../shared/api/citizens.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ChannelGlyph } from "../../../../shared/ui/channel-glyph.tsx";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { useMe } from "../../session/me-context.ts";
import { TopicArticles } from "../knowledge/topic-articles.tsx";

interface HistoryProps {
  interactionId: string;
  tenantId: string;
  citizenId: string | null;
  onArticle: () => void;
}

/** Last contacts and tickets of the person, then what the centre knows about the topic in hand. */
export function History({ interactionId, tenantId, citizenId, onArticle }: HistoryProps) {
  const { t } = useTranslation();
  const timeline = useQuery({
    queryKey: ["timeline", citizenId, interactionId],
    queryFn: () => citizenTimeline(citizenId ?? "", { interactionId, tenantId }),
    enabled: citizenId !== null,
  });
  const entries = (timeline.data?.items ?? []).filter((entry) => entry.id !== interactionId);
  return (
    <>
      <div className="sec-head">
        <h2 className="h2">{t("agentDesk.history.title")}</h2>
      </div>
      {citizenId === null && <EmptyState>{t("agentDesk.history.unknown")}</EmptyState>}
      {citizenId !== null && timeline.isPending && <Skeleton lines={4} />}
      {timeline.error && <ProblemNote error={timeline.error} onRetry={() => void timeline.refetch()} />}
      {timeline.data && entries.length === 0 && <EmptyState>{t("agentDesk.history.first")}</EmptyState>}
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.kind}-${entry.id}`}>
            <HistoryRow entry={entry} />
          </li>
        ))}
      </ul>
      <TopicArticles interactionId={interactionId} onOpen={onArticle} />
    </>
  );
}

function HistoryRow({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { tenantName } = useMe();
  const second = [
    entry.number ? t("agentDesk.history.ticket", { number: entry.number }) : null,
    tenantName(entry.tenantId),
    entry.detail,
  ];
  return (
    <div className="side-row">
      {entry.kind === "ticket" ? (
        <Glyph icon={IconTicket} size={18} />
      ) : (
        <ChannelGlyph channel={entry.channel ?? "voice"} />
      )}
      {entry.kind === "ticket" ? (
        <Link className="el side-link" href={`/tickets/${entry.id}`}>
          {entry.title}
        </Link>
      ) : (
        <span className="el">{entry.title}</span>
      )}
      <span className="dim" title={formats.exact(entry.at)}>
        {formats.when(entry.at)}
      </span>
      <p className="el">{second.filter(Boolean).join(" · ")}</p>
    </div>
  );
}
