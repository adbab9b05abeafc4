export interface Clock {
  now(): Date;
  /** Milliseconds that never jump; only differences mean anything. */
  monotonicMs(): number;
}

export const systemClock: Clock = {
  now: () => new Date(),
  monotonicMs: () => performance.now(),
};
