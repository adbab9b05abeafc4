import type { BoardHalfHour, BoardState } from "@vera/contracts/board";
import { addRatio, type InScope } from "./sum-figures.ts";

export const HALF_HOUR_MS = 1_800_000;

export interface HalfHour extends BoardHalfHour {
  /** Milliseconds since the epoch. */
  start: number;
}

/** The last half hours of the day over the organisms in scope, without holes, oldest first. */
export function halfHours(
  series: BoardState["series"],
  { inScope, now, most }: { inScope: InScope; now: number; most: number },
): HalfHour[] {
  const sums = new Map<number, HalfHour>();
  for (const [tenantId, ofTenant] of Object.entries(series)) {
    if (!inScope(tenantId)) continue;
    for (const [start, one] of Object.entries(ofTenant)) {
      const at = Date.parse(start);
      sums.set(at, add(sums.get(at) ?? empty(at), one));
    }
  }
  const first = Math.min(...sums.keys());
  if (!Number.isFinite(first)) return [];
  const last = Math.max(first + HALF_HOUR_MS * Math.floor((now - first) / HALF_HOUR_MS), ...sums.keys());
  const from = Math.max(first, last - (most - 1) * HALF_HOUR_MS);
  const count = Math.round((last - from) / HALF_HOUR_MS) + 1;
  return Array.from({ length: count }, (_, index) => {
    const at = from + index * HALF_HOUR_MS;
    return sums.get(at) ?? empty(at);
  });
}

/** The top of an axis from 0 with round marks: a digit times a power of ten, in two steps. */
export function roundTop(highest: number): number {
  if (highest <= 2) return 2;
  const half = highest / 2;
  const power = 10 ** Math.floor(Math.log10(half));
  const step = [1, 2, 3, 4, 5, 10].find((times) => times * power >= half) ?? 10;
  return 2 * step * power;
}

/** The foot of the level's axis: 60 %, or lower in steps of 20 where a point is lower. */
export function levelFoot(shares: readonly number[]): number {
  const lowest = Math.min(0.6, ...shares);
  return Math.max(0, Math.floor(lowest * 5) / 5);
}

function empty(start: number): HalfHour {
  return { start, offered: 0, answered: 0, abandoned: 0, serviceLevel: { numerator: 0, denominator: 0 } };
}

function add(sum: HalfHour, one: BoardHalfHour): HalfHour {
  return {
    start: sum.start,
    offered: sum.offered + one.offered,
    answered: sum.answered + one.answered,
    abandoned: sum.abandoned + one.abandoned,
    serviceLevel: addRatio(sum.serviceLevel, one.serviceLevel),
  };
}
