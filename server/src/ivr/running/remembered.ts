import type { Clock } from "../../platform/index.ts";

/** Older than this is read again behind the caller's back. */
const RENEWED_MS = 3_000;
/** Older than this is not used: the longest that a change made by another process may go unnoticed. */
const KEPT_MS = 30_000;
const MOST = 5_000;

interface Known<Value> {
  readonly value: Value;
  readonly readAtMs: number;
}

/**
 * What was read lately, at hand for the next call. `forget` at a change: whoever asks afterwards never gets the old value, also when
 * its reading was under way. What does not exist is not remembered.
 */
export class Remembered<Value> {
  readonly #clock: Clock;
  readonly #read: (key: string) => Promise<Value | undefined>;
  readonly #known = new Map<string, Known<Value>>();
  #changes = 0;

  constructor(clock: Clock, read: (key: string) => Promise<Value | undefined>) {
    this.#clock = clock;
    this.#read = read;
  }

  async get(key: string): Promise<Value | undefined> {
    const known = this.#known.get(key);
    const ageMs = known ? this.#clock.monotonicMs() - known.readAtMs : Number.POSITIVE_INFINITY;
    if (!known || ageMs > KEPT_MS) return await this.#renew(key);
    if (ageMs > RENEWED_MS) {
      this.#known.set(key, { ...known, readAtMs: known.readAtMs + RENEWED_MS }); // one reader is enough
      this.#renew(key).catch(() => undefined); // the next caller reads it, and is told
    }
    return known.value;
  }

  forget(): void {
    this.#changes += 1;
    this.#known.clear();
  }

  async #renew(key: string): Promise<Value | undefined> {
    const changes = this.#changes;
    const readAtMs = this.#clock.monotonicMs();
    const value = await this.#read(key);
    if (changes !== this.#changes) return value;
    if (value === undefined) this.#known.delete(key);
    else {
      if (this.#known.size >= MOST) this.#known.clear();
      this.#known.set(key, { value, readAtMs });
    }
    return value;
  }
}
