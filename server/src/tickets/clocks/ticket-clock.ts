import { addOpenTime, type HoursRules, openSecondsBetween } from "../../tenants/index.ts";

/** While a clock runs it counts an office's open hours; while it is paused it counts nothing and says why. */
export type Stretch = { readonly from: Date /** null: goes on. */; readonly until: Date | null } & (
  | { readonly hours: HoursRules; readonly pausedBy: null }
  | { readonly hours: null; readonly pausedBy: string }
);

/** An office had the ticket from then on, until the next one. */
export interface Turn {
  readonly from: Date;
  readonly hours: HoursRules;
}

export interface Pause {
  readonly from: Date;
  readonly until: Date | null;
  readonly reason: string;
}

/**
 * One clock's life, in order and without gaps from the first turn on: pauses cut the offices' turns. Of pauses that
 * overlap the earlier one names the reason.
 */
export function stretchesOf({
  turns,
  pauses,
}: {
  turns: readonly Turn[];
  pauses: readonly Pause[];
}): Stretch[] {
  const edges = edgesOf(turns, pauses);
  return edges.flatMap((fromMs, index): Stretch[] => {
    const next = edges[index + 1];
    const span = { from: new Date(fromMs), until: next === undefined ? null : new Date(next) };
    const turn = turns.findLast((one) => one.from.getTime() <= fromMs);
    if (!turn) return [];
    const pause = pauses.find((one) => one.from.getTime() <= fromMs && fromMs < endMs(one));
    return [
      pause
        ? { ...span, hours: null, pausedBy: pause.reason }
        : { ...span, hours: turn.hours, pausedBy: null },
    ];
  });
}

function edgesOf(turns: readonly Turn[], pauses: readonly Pause[]): number[] {
  const instants = [...turns, ...pauses].map(({ from }) => from.getTime());
  const ends = pauses.map(endMs).filter((end) => end !== Number.POSITIVE_INFINITY);
  return [...new Set([...instants, ...ends])].sort((one, other) => one - other);
}

function endMs({ until }: Pause): number {
  return until?.getTime() ?? Number.POSITIVE_INFINITY;
}

export interface ClockReading {
  /** Open seconds counted so far, over all offices. */
  readonly elapsedSeconds: number;
  /** Below 0: that much late. */
  readonly remainingSeconds: number;
  /** When the target is reached if nothing changes; null while paused before it, or never (no opening in five years). */
  readonly dueAt: Date | null;
  readonly pausedBy: string | null;
}

/** What a clock says at `at`: exact to the millisecond, from the stretches alone. */
export function readClock(
  stretches: readonly Stretch[],
  { targetSeconds, at }: { targetSeconds: number; at: Date },
): ClockReading {
  let elapsedSeconds = 0;
  for (const { from, until, hours } of stretches) {
    if (hours && from < at) elapsedSeconds += openSecondsBetween(hours, { from, to: earlier(until, at) });
  }
  const now = stretches.findLast(({ from }) => from <= at);
  return {
    elapsedSeconds,
    remainingSeconds: targetSeconds - elapsedSeconds,
    dueAt: dueAt(stretches, targetSeconds),
    pausedBy: now?.pausedBy ?? null,
  };
}

function dueAt(stretches: readonly Stretch[], targetSeconds: number): Date | null {
  let seconds = targetSeconds;
  for (const { from, until, hours } of stretches) {
    if (!hours) continue;
    if (until === null) return addOpenTime(hours, { from, seconds }) ?? null;
    const counted = openSecondsBetween(hours, { from, to: until });
    if (counted >= seconds) return addOpenTime(hours, { from, seconds }) ?? null;
    seconds -= counted;
  }
  return null;
}

function earlier(until: Date | null, at: Date): Date {
  return until !== null && until < at ? until : at;
}
