import { IndexedHeap } from "./indexed-heap.ts";
import { newTimer, type Timer } from "./records.ts";

/** Timers of about one second share a bucket. */
const BUCKET_MS = 1_024;

/**
 * What is due when. Timers far away hang unordered in chains of a second, so that arming and disarming (nearly all are disarmed
 * before their time) touch only the two neighbours; a chain is put in order when its second comes.
 */
export class Timers {
  /** Due before #nearEnd, in order. */
  readonly #near = new IndexedHeap<Timer>((a, b) => a.key < b.key);
  #nearEnd = 0;
  /** The knot of each chain, by number of its second. */
  readonly #chains = new Map<number, Timer>();
  /** The numbers of the chains, as a heap. */
  readonly #order = new IndexedHeap<{ heapIndex: number; readonly number: number }>(() => false);

  arm(timer: Timer, dueAt: number): void {
    if (timer.heapIndex >= 0) {
      if (timer.dueAt === dueAt) return;
      this.disarm(timer);
    }
    timer.dueAt = dueAt;
    if (dueAt < this.#nearEnd) this.#near.push(timer, dueAt);
    else hang(timer, this.#chainOf(Math.floor(dueAt / BUCKET_MS)));
  }

  disarm(timer: Timer): void {
    if (timer.heapIndex < 0) return;
    if (timer.after === null) this.#near.remove(timer);
    else unhang(timer);
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
      const earliest = earliestOf(this.#chains.get(first.number) as Timer);
      if (earliest !== null) return earliest;
      this.#order.remove(first);
      this.#chains.delete(first.number);
    }
    return null;
  }

  #chainOf(number: number): Timer {
    const known = this.#chains.get(number);
    if (known) return known;
    const knot = newTimer("");
    knot.before = knot;
    knot.after = knot;
    this.#chains.set(number, knot);
    this.#order.push({ heapIndex: -1, number }, number);
    return knot;
  }

  #bringNear(first: { heapIndex: number; readonly number: number }): void {
    this.#order.remove(first);
    const knot = this.#chains.get(first.number) as Timer;
    for (let timer = knot.after as Timer; timer !== knot; timer = knot.after as Timer) {
      unhang(timer);
      this.#near.push(timer, timer.dueAt);
    }
    this.#chains.delete(first.number);
    this.#nearEnd = (first.number + 1) * BUCKET_MS;
  }
}

/** At the end of the chain: those armed at the same time hang side by side. */
function hang(timer: Timer, knot: Timer): void {
  const last = knot.before as Timer;
  timer.before = last;
  timer.after = knot;
  last.after = timer;
  knot.before = timer;
  timer.heapIndex = 0;
}

function unhang(timer: Timer): void {
  const before = timer.before as Timer;
  const after = timer.after as Timer;
  before.after = after;
  after.before = before;
  timer.before = null;
  timer.after = null;
  timer.heapIndex = -1;
}

function earliestOf(knot: Timer): number | null {
  let earliest: number | null = null;
  for (let timer = knot.after as Timer; timer !== knot; timer = timer.after as Timer) {
    if (earliest === null || timer.dueAt < earliest) earliest = timer.dueAt;
  }
  return earliest;
}
