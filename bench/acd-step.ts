import type { Centre } from "./acd-centre.ts";

/** Each does one of its kind between two readings of the clock, and unmeasured what brings the centre back; returns milliseconds. */
export interface Step {
  /** Choosing, the chosen out of the lines, the agent held: the engine's own functions. */
  readonly decision: () => number;
  /** The whole of `decide`: the command, the decision, records, timers, what is to be written and told. */
  readonly command: () => number;
  /** What `decision` does, by looking at all. */
  readonly scan: () => number;
}

/** Those who wait came in the course of the last half hour, before their first relax step. */
export function pauseBetweenCalls({ size }: Centre): number {
  return Math.ceil(1_800_000 / size.waiting);
}
