import { IconDownload, IconListDetails } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { RecordingDetail } from "@vera/contracts/voice";
import { Link } from "wouter";
import { openRecording, recordingDownloadUrl } from "../../../shared/api/recordings.ts";
import { formatDuration } from "../../../shared/format/clock.ts";
import { formatPhone } from "../../../shared/format/phone.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { Tag } from "../../../shared/ui/tag.tsx";
import { useMe } from "../session/me-context.ts";
import { ListenTrail } from "./listen-trail.tsx";
import { RecordingPlayer } from "./recording-player.tsx";
import { useQueueNames } from "./use-queue-names.ts";

const PENDING_EVERY_MS = 3000;
/** The entry of a listening is written when the sound has been handed over, a moment after it begins. */
const WRITTEN_AFTER_MS = 1500;

/** One recording: who and when, the two sides, and who has listened before me. */
export function RecordingView({ recordingId }: { recordingId: string }) {
  const { t } = useTranslation();
  const { canIn } = useMe();
  const recording = useQuery({
    queryKey: ["recording", recordingId],
    queryFn: () => openRecording(recordingId),
    refetchInterval: (query) => (query.state.data?.status === "pending" ? PENDING_EVERY_MS : false),
  });
  if (recording.isPending) return <Skeleton lines={6} />;
  if (!recording.data)
    return <ProblemNote error={recording.error} onRetry={() => void recording.refetch()} />;
  const detail = recording.data;
  const mayListen = canIn("recording.listen", detail.tenantId);
  return (
    <>
      <RecordingHead detail={detail} />
      {detail.status !== "ready" && <p className="empty">{t(`recordings.why.${detail.status}`)}</p>}
      {detail.status === "ready" && !mayListen && <p className="empty">{t("recordings.mayNot")}</p>}
      {detail.status === "ready" && mayListen && (
        <RecordingPlayer
          detail={detail}
          onListened={() => setTimeout(() => void recording.refetch(), WRITTEN_AFTER_MS)}
        />
      )}
      <ListenTrail listens={detail.listens} />
    </>
  );
}

function RecordingHead({ detail }: { detail: RecordingDetail }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const { can, canIn } = useMe();
  const queueName = useQueueNames();
  const number = detail.direction === "inbound" ? detail.fromNumber : detail.toNumber;
  const queue = queueName(detail.queueId);
  const agents = detail.agents.map(({ name }) => name).filter(Boolean);
  return (
    <div className="recording-head">
      <div>
        <div className="row">
          <h2 className="el">{number ? formatPhone(number) : t("interactions.withheld")}</h2>
          {queue && <Tag tone="accent">{queue}</Tag>}
          {detail.kind === "voicemail" && <Tag tone="neutral">{t("recordings.kinds.voicemail")}</Tag>}
        </div>
        <p className="sm mut" title={formats.exact(detail.startedAt)}>
          {[
            formats.whenWithDay(detail.startedAt),
            agents.join(", ") || t("recordings.noAgent"),
            detail.seconds !== null && formatDuration(Math.floor(detail.seconds) * 1000),
            detail.bytes !== null && formats.bytes(detail.bytes),
          ]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
      <span className="sp" />
      {can("interaction.read") && (
        <Link href={`/interactions/${detail.interactionId}`} className="btn btn-ghost">
          <Glyph icon={IconListDetails} />
          {t("recordings.interaction")}
        </Link>
      )}
      {detail.status === "ready" && canIn("recording.download", detail.tenantId) && (
        <a className="btn btn-plain" href={recordingDownloadUrl(detail.id)} download>
          <Glyph icon={IconDownload} />
          {t("recordings.download")}
        </a>
      )}
    </div>
  );
}
