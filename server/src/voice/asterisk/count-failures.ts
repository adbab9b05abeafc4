const MOST_FAILURES = 10;
const WITHIN_MS = 10 * 60_000;
/** A botnet must not fill our memory: the oldest addresses go. */
const MOST_WATCHED = 10_000;

/** How often each address failed lately. Pure: the clock is handed in. */
export class FailureCount {
  readonly #failures = new Map<string, number[]>();

  /** One more failure; true when it is one too many, and then the counting begins anew. */
  isTooMany(address: string, nowMs: number): boolean {
    const recent = (this.#failures.get(address) ?? []).filter((atMs) => atMs > nowMs - WITHIN_MS);
    recent.push(nowMs);
    this.#failures.delete(address);
    if (recent.length >= MOST_FAILURES) return true;
    this.#failures.set(address, recent);
    dropOldest(this.#failures, MOST_WATCHED);
    return false;
  }
}

/** Keeps the `most` entries that were put in last. */
export function dropOldest(map: Map<string, unknown>, most: number): void {
  for (const oldest of map.keys()) {
    if (map.size <= most) return;
    map.delete(oldest);
  }
}
