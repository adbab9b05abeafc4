import { IndexedHeap } from "./indexed-heap.ts";
import type { Timer } from "./records.ts";

/** Timers of about one second share a bucket. */
const BUCKET_MS = 1_024;

/**
 * What is due when. Timers far away lie unordered in buckets of a second, so that arming and disarming (nearly all are disarmed
 * before their time) touch next to nothing; a bucket is put in order when its second comes.
 */
export class Timers {
  /** Due before #nearEnd, in order. */
  readonly #near = new IndexedHeap<Timer>((a, b) => a.key < b.key);
  #nearEnd = 0;
  readonly #buckets = new Map<number, Timer[]>();
  /** The numbers of the buckets, as a heap. */
  readonly #order = new IndexedHeap<{ heapIndex: number; readonly number: number }>(() => false);

  arm(timer: Timer, dueAt: number): void {
    if (timer.heapIndex >= 0) {
      if (timer.dueAt === dueAt) return;
      this.disarm(timer);
    }
    timer.dueAt = dueAt;
    if (dueAt < this.#nearEnd) {
      this.#near.push(timer, dueAt);
      return;
    }
    const bucket = this.#bucketOf(Math.floor(dueAt / BUCKET_MS));
    timer.bucket = bucket;
    timer.heapIndex = bucket.length;
    bucket.push(timer);
  }

  disarm(timer: Timer): void {
    const { bucket, heapIndex } = timer;
    if (heapIndex < 0) return;
    if (bucket === null) {
      this.#near.remove(timer);
      return;
    }
    const last = bucket.pop() as Timer;
    if (last !== timer) {
      bucket[heapIndex] = last;
      last.heapIndex = heapIndex;
    }
    timer.heapIndex = -1;
    timer.bucket = null;
  }

  /** Takes out and returns the first one due by now; undefined when there is none. */
  takeDue(now: number): Timer | undefined {
    for (
      let first = this.#order.peek();
      first && first.number * BUCKET_MS <= now;
      first = this.#order.peek()
    ) {
      this.#bringNear(first);
    }
    const timer = this.#near.peek();
    if (!timer || timer.dueAt > now) return undefined;
    this.#near.remove(timer);
    return timer;
  }

  /** The instant of the next one; null = none. */
  nextDueAt(): number | null {
    const near = this.#near.peek();
    if (near) return near.dueAt;
    for (let first = this.#order.peek(); first; first = this.#order.peek()) {
      const bucket = this.#buckets.get(first.number);
      if (bucket && bucket.length > 0) {
        return bucket.reduce((earliest, { dueAt }) => Math.min(earliest, dueAt), Number.POSITIVE_INFINITY);
      }
      this.#order.remove(first);
      this.#buckets.delete(first.number);
    }
    return null;
  }

  #bucketOf(number: number): Timer[] {
    const known = this.#buckets.get(number);
    if (known) return known;
    const bucket: Timer[] = [];
    this.#buckets.set(number, bucket);
    this.#order.push({ heapIndex: -1, number }, number);
    return bucket;
  }

  #bringNear(first: { heapIndex: number; readonly number: number }): void {
    this.#order.remove(first);
    for (const timer of this.#buckets.get(first.number) ?? []) {
      timer.bucket = null;
      this.#near.push(timer, timer.dueAt);
    }
    this.#buckets.delete(first.number);
    this.#nearEnd = (first.number + 1) * BUCKET_MS;
  }
}
