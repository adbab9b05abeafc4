import { setTimeout as sleep } from "node:timers/promises";
import { ProviderError } from "./errors.ts";

export interface RetryRule {
  /** How often it is tried in all. */
  readonly attempts: number;
  /** Milliseconds before the second try; doubles each time, with full jitter. */
  readonly firstDelayMs: number;
  readonly random?: () => number;
}

/** Tries again only what says of itself that it may succeed later. */
export async function withRetry<T>(rule: RetryRule, work: () => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProviderError && error.retryable) || attempt >= rule.attempts) throw error;
      await sleep((rule.random ?? Math.random)() * rule.firstDelayMs * 2 ** (attempt - 1));
    }
  }
}
