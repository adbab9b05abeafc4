import type { BoardFigures, BoardHalfHour, Ratio } from "@vera/contracts/board";
import type { QueueVisitFact } from "../facts/fact.ts";
import type { Contact } from "./day.ts";

const HALF_HOUR_MS = 1_800_000;

export interface Thresholds {
  readonly answerWithinSeconds: number;
  readonly shortAbandonSeconds: number;
}

/** What some finished stays add up to; the same rules as kpis/service-level, asa and abandonment. */
export interface Tally {
  offered: number;
  answered: number;
  abandoned: number;
  inTime: number;
  /** Stays that count in the service level. */
  counted: number;
  answeredWaitMs: number;
}

export function emptyTally(): Tally {
  return { offered: 0, answered: 0, abandoned: 0, inTime: 0, counted: 0, answeredWaitMs: 0 };
}

export function addVisit(
  tally: Tally,
  visit: QueueVisitFact,
  { thresholds, emergency }: { thresholds: Thresholds; emergency: boolean },
): void {
  if (visit.direction !== "inbound") return;
  const answered = visit.outcome === "answered";
  const abandoned = visit.outcome === "abandoned";
  tally.offered += 1;
  if (answered) {
    tally.answered += 1;
    tally.answeredWaitMs += visit.wait_ms;
  }
  if (abandoned) tally.abandoned += 1;
  if (emergency) return;
  if (abandoned && visit.wait_ms < thresholds.shortAbandonSeconds * 1000) return;
  tally.counted += 1;
  if (answered && visit.wait_ms <= thresholds.answerWithinSeconds * 1000) tally.inTime += 1;
}

export function addTally(into: Tally, more: Tally): void {
  into.offered += more.offered;
  into.answered += more.answered;
  into.abandoned += more.abandoned;
  into.inTime += more.inTime;
  into.counted += more.counted;
  into.answeredWaitMs += more.answeredWaitMs;
}

export function serviceLevelOf({ inTime, counted }: Tally): Ratio {
  return { numerator: inTime, denominator: counted };
}

export function halfHourOf(tally: Tally): BoardHalfHour {
  const { offered, answered, abandoned } = tally;
  return { offered, answered, abandoned, serviceLevel: serviceLevelOf(tally) };
}

/** Half hours counted from the day's first instant: the zone's clock shows :00 or :30 there. */
export function halfHourStart(dayStartMs: number, instant: string): string {
  const ms = Date.parse(instant) - dayStartMs;
  return new Date(dayStartMs + Math.floor(ms / HALF_HOUR_MS) * HALF_HOUR_MS).toISOString();
}

/** Milliseconds of handling ÷ handled; only contacts that ended. */
export function ahtOf(contacts: Iterable<Contact>, ended: ReadonlySet<string>): Ratio {
  const ratio = { numerator: 0, denominator: 0 };
  for (const { interactionId, slices } of contacts) {
    if (!ended.has(interactionId)) continue;
    ratio.denominator += 1;
    for (const ms of slices.values()) ratio.numerator += ms;
  }
  return ratio;
}

export function figuresOf(
  tally: Tally,
  rest: Omit<BoardFigures, "offered" | "answered" | "abandoned" | "serviceLevel" | "asa">,
): BoardFigures {
  const { offered, answered, abandoned, answeredWaitMs } = tally;
  return {
    offered,
    answered,
    abandoned,
    serviceLevel: serviceLevelOf(tally),
    asa: { numerator: answeredWaitMs, denominator: answered },
    ...rest,
  };
}
