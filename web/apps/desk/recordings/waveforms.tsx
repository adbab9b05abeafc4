import { IconVolume, IconVolumeOff } from "@tabler/icons-react";
import type { RecordingMark, RecordingPeaks } from "@vera/contracts/voice";
import { type KeyboardEvent, type PointerEvent, useMemo } from "react";
import { clockInWords } from "../../../shared/format/clock.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { IconButton } from "../../../shared/ui/icon-button.tsx";
import { useSize } from "../../../shared/ui/use-size.ts";
import { barPath, barsIn, peakBars } from "./peak-bars.ts";
import type { Player, Side } from "./use-player.ts";

const HEIGHT = 72;
const SIDES: readonly Side[] = ["citizen", "agent"];
const STEP_SECONDS = 5;
const LEAP_SECONDS = 30;

interface WaveformsProps {
  peaks: RecordingPeaks;
  marks: readonly RecordingMark[];
  seconds: number;
  player: Player;
}

/** Person above, agent below, on one time axis that is a slider; stretches that were not kept are hatched. */
export function Waveforms({ peaks, marks, seconds, player }: WaveformsProps) {
  const { t, locale } = useTranslation();
  const { ref, width } = useSize();
  const share = seconds > 0 ? Math.min(1, player.time / seconds) : 0;
  const seekTo = (event: PointerEvent<HTMLDivElement>): void => {
    if (event.buttons !== 1) return;
    const box = event.currentTarget.getBoundingClientRect();
    player.seek(((event.clientX - box.left) / box.width) * seconds);
  };
  return (
    <div className="waves">
      <div className="wave-sides">
        {SIDES.map((side) => (
          <div key={side} className="wave-side">
            <span className="lab">{t(`recordings.side.${side}`)}</span>
            <IconButton
              label={t(player.heard[side] ? "recordings.mute" : "recordings.unmute", {
                side: t(`recordings.side.${side}`),
              })}
              icon={player.heard[side] ? IconVolume : IconVolumeOff}
              size="small"
              aria-pressed={!player.heard[side]}
              onClick={() => player.hear(side, !player.heard[side])}
            />
          </div>
        ))}
      </div>
      <div
        ref={ref}
        className="wave-area"
        role="slider"
        tabIndex={0}
        aria-label={t("recordings.position")}
        aria-valuemin={0}
        aria-valuemax={Math.round(seconds)}
        aria-valuenow={Math.round(player.time)}
        aria-valuetext={clockInWords(player.time * 1000, locale)}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          seekTo(event);
        }}
        onPointerMove={seekTo}
        onKeyDown={(event) => seekByKey(event, { player, seconds })}
      >
        {SIDES.map((side) => (
          <Wave
            key={side}
            peaks={peaks[side]}
            width={width}
            share={share}
            heard={player.heard[side]}
            side={side}
          />
        ))}
        {marks.map(({ fromSeconds, toSeconds }) => (
          <span
            key={fromSeconds}
            className="wave-mark"
            style={{
              left: `${(fromSeconds / seconds) * 100}%`,
              width: `${(((toSeconds ?? seconds) - fromSeconds) / seconds) * 100}%`,
            }}
          >
            {t("recordings.notKept")}
          </span>
        ))}
        <span className="wave-now" style={{ left: `${share * 100}%` }} />
      </div>
    </div>
  );
}

interface WaveProps {
  peaks: readonly number[];
  width: number;
  /** Of the whole, already played. */
  share: number;
  heard: boolean;
  side: Side;
}

function Wave({ peaks, width, share, heard, side }: WaveProps) {
  const path = useMemo(() => barPath(peakBars(peaks, barsIn(width)), HEIGHT), [peaks, width]);
  const drawing = (
    <svg width={width} height={HEIGHT} aria-hidden="true">
      <path d={path} />
    </svg>
  );
  return (
    <div className={heard ? `wave wave-${side}` : "wave wave-muted"}>
      {drawing}
      <div className="wave-played" style={{ width: `${share * 100}%` }}>
        {drawing}
      </div>
    </div>
  );
}

/** As a slider is moved (WAI-ARIA), and the space bar plays. */
function seekByKey(event: KeyboardEvent, { player, seconds }: { player: Player; seconds: number }): void {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  const to: Record<string, number> = {
    ArrowRight: player.time + STEP_SECONDS,
    ArrowUp: player.time + STEP_SECONDS,
    ArrowLeft: player.time - STEP_SECONDS,
    ArrowDown: player.time - STEP_SECONDS,
    PageUp: player.time + LEAP_SECONDS,
    PageDown: player.time - LEAP_SECONDS,
    Home: 0,
    End: seconds,
  };
  const target = to[event.key];
  if (target !== undefined) player.seek(target);
  else if (event.key === " ") player.toggle();
  else return;
  event.preventDefault();
}
