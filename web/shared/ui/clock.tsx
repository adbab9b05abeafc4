import { useRef, useState } from "react";
import { clockInWords, formatClock } from "../format/clock.ts";
import { useTranslation } from "../i18n/use-translation.ts";
import { useNow } from "./use-now.ts";

type ClockProps = {
  className?: string;
  /** What it measures, before the time in the words of a screen reader. */
  label?: string;
} & ({ since: string; until?: never } | { until: string; since?: never });

/** Words change every 15 s and on focus only: a screen reader must not be flooded. */
const WORDS_EVERY_MS = 15_000;

/** A running clock: up from `since`, or down to `until` (0:00 at the end). */
export function Clock({ since, until, className, label }: ClockProps) {
  const { locale } = useTranslation();
  const now = useNow();
  const ms = since !== undefined ? now - Date.parse(since) : Date.parse(until) - now;
  const [focusedAt, setFocusedAt] = useState(0);
  const spoken = useRef({ at: 0, ms: 0 });
  if (Math.abs(now - spoken.current.at) >= WORDS_EVERY_MS || focusedAt > spoken.current.at) {
    spoken.current = { at: now, ms };
  }
  const words = clockInWords(spoken.current.ms, locale);
  return (
    <span
      role="timer"
      aria-live="off"
      aria-label={label ? `${label} ${words}` : words}
      className={className}
      onFocus={() => setFocusedAt(now)}
    >
      {formatClock(ms)}
    </span>
  );
}
