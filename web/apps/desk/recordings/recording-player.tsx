import {
  IconPlayerPause,
  IconPlayerPlay,
  IconRewindBackward5,
  IconRewindForward5,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { RecordingDetail, RecordingPeaks } from "@vera/contracts/voice";
import { recordingAudioUrl, recordingPeaks } from "../../../shared/api/recordings.ts";
import { clockInWords, formatClock } from "../../../shared/format/clock.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { IconButton } from "../../../shared/ui/icon-button.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { Ribbon } from "../../../shared/ui/ribbon.tsx";
import { Skeleton } from "../../../shared/ui/skeleton.tsx";
import { SEGMENT_TONES } from "../interactions/segment-tones.ts";
import { type Player, RATES, usePlayer } from "./use-player.ts";
import { Waveforms } from "./waveforms.tsx";

const JUMP_SECONDS = 5;

interface RecordingPlayerProps {
  detail: RecordingDetail;
  onListened: () => void;
}

export function RecordingPlayer({ detail, onListened }: RecordingPlayerProps) {
  const peaks = useQuery({
    queryKey: ["recording", detail.id, "peaks"],
    queryFn: () => recordingPeaks(detail.id),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (peaks.isPending) return <Skeleton lines={5} />;
  if (!peaks.data) return <ProblemNote error={peaks.error} onRetry={() => void peaks.refetch()} />;
  return <ReadyPlayer detail={detail} peaks={peaks.data} onListened={onListened} />;
}

function ReadyPlayer({ detail, peaks, onListened }: RecordingPlayerProps & { peaks: RecordingPeaks }) {
  const { t } = useTranslation();
  const seconds = detail.seconds ?? peaks.seconds;
  const player = usePlayer({ url: recordingAudioUrl(detail.id), seconds, onListened });
  return (
    <section className="player" aria-label={t("recordings.player")}>
      {player.failed && (
        <p className="form-problem" role="alert">
          {t("recordings.playFailed")}
        </p>
      )}
      <SegmentIndex detail={detail} seconds={seconds} player={player} />
      <Waveforms peaks={peaks} marks={detail.marks} seconds={seconds} player={player} />
      <Transport player={player} seconds={seconds} />
    </section>
  );
}

interface PartProps {
  player: Player;
  seconds: number;
}

/** The course of the call as an index: a press goes there. */
function SegmentIndex({ detail, seconds, player }: PartProps & { detail: RecordingDetail }) {
  const { t, locale } = useTranslation();
  const parts = detail.segments.filter(({ fromSeconds, toSeconds }) => toSeconds - fromSeconds >= 1);
  if (parts.length === 0) return null;
  const words = parts.map(
    ({ kind, fromSeconds, toSeconds }) =>
      `${t(`interactions.segment.${kind}`)} ${clockInWords((toSeconds - fromSeconds) * 1000, locale)}`,
  );
  return (
    <div className="player-index">
      <Ribbon
        label={t("interactions.ribbon", { segments: words.join(", ") })}
        segments={parts.map(({ kind, fromSeconds, toSeconds }) => ({
          key: `${kind} ${fromSeconds}`,
          tone: SEGMENT_TONES[kind],
          size: toSeconds - fromSeconds,
          now: player.time >= fromSeconds && player.time < Math.min(toSeconds, seconds),
          caption: `${t(`interactions.segment.${kind}`)} ${formatClock((toSeconds - fromSeconds) * 1000)}`,
          onPick: () => player.seek(fromSeconds),
        }))}
      />
    </div>
  );
}

function Transport({ player, seconds }: PartProps) {
  const { t, locale } = useTranslation();
  const number = new Intl.NumberFormat(locale);
  return (
    <div className="transport">
      <IconButton
        label={t("recordings.back5")}
        icon={IconRewindBackward5}
        glyphSize={20}
        onClick={() => player.seek(player.time - JUMP_SECONDS)}
      />
      <Button
        variant="primary"
        icon={player.playing ? IconPlayerPause : IconPlayerPlay}
        onClick={player.toggle}
      >
        {t(player.playing ? "recordings.pause" : "recordings.play")}
      </Button>
      <IconButton
        label={t("recordings.forward5")}
        icon={IconRewindForward5}
        glyphSize={20}
        onClick={() => player.seek(player.time + JUMP_SECONDS)}
      />
      <span className="transport-clock">
        <b>{formatClock(player.time * 1000)}</b>{" "}
        <span className="dim">{t("recordings.of", { length: formatClock(seconds * 1000) })}</span>
      </span>
      <span className="sp" />
      <fieldset className="rates">
        <legend className="lab">{t("recordings.speed")}</legend>
        {RATES.map((rate) => (
          <button
            key={rate}
            type="button"
            className="rate"
            aria-pressed={player.rate === rate}
            onClick={() => player.setRate(rate)}
          >
            ×{number.format(rate)}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
