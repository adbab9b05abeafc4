import { IndexedHeap } from "./indexed-heap.ts";
import { NO_TIMER, type TimerOwner } from "./records.ts";

/** Timers of about one second share a chain. */
const CHAIN_MS = 1_024;
const FIRST_ROOM = 64;
/** In place of the slot before: in no chain. */
const NEAR = -1;

/** A timer whose second has come. */
interface Near {
  heapIndex: number;
  readonly owner: TimerOwner;
  /** The owner's id: orders timers of the same instant, so that a rebuilt engine does the same. */
  readonly key: string;
}

/**
 * What is due when; a record has one timer, and knows its slot here (`timer`). Timers far away hang unordered in chains of a
 * second, so that arming and disarming (nearly all are disarmed before their time) write a few numbers side by side and touch
 * no other record; a chain is put in order when its second comes. Slots are used again, and stay as many as were ever armed at once.
 */
export class Timers {
  /** By slot. A chain's knot has a slot too, and no owner. */
  readonly #owners: (TimerOwner | null)[] = [];
  #dueAt = new Float64Array(FIRST_ROOM);
  /** The slots before and after in the chain, at 2 × slot and 2 × slot + 1. Unused slots hang behind #unused. */
  #links = new Int32Array(2 * FIRST_ROOM);
  #unused = NO_TIMER;
  /** Due before #nearEnd, in order. */
  readonly #near = new IndexedHeap<Near>((a, b) => a.key < b.key);
  readonly #nearBySlot = new Map<number, Near>();
  #nearEnd = 0;
  /** The knot of each chain, by number of its second. */
  readonly #chains = new Map<number, number>();
  /** The numbers of the chains, as a heap. */
  readonly #order = new IndexedHeap<{ heapIndex: number; readonly number: number }>(() => false);

  arm(owner: TimerOwner, dueAt: number): void {
    if (owner.timer !== NO_TIMER) {
      if (this.#dueAt[owner.timer] === dueAt) return;
      this.disarm(owner);
    }
    const slot = this.#takeSlot(owner);
    owner.timer = slot;
    this.#dueAt[slot] = dueAt;
    if (dueAt < this.#nearEnd) this.#pushNear(slot, owner);
    else this.#hang(slot, this.#chainOf(Math.floor(dueAt / CHAIN_MS)));
  }

  disarm(owner: TimerOwner): void {
    const slot = owner.timer;
    if (slot === NO_TIMER) return;
    owner.timer = NO_TIMER;
    if (this.#links[2 * slot] === NEAR) this.#removeNear(slot);
    else this.#unhang(slot);
    this.#freeSlot(slot);
  }

  /** null = not armed. */
  dueAt({ timer }: TimerOwner): number | null {
    return timer === NO_TIMER ? null : (this.#dueAt[timer] as number);
  }

  /** Takes out the first one due by now and returns its owner; undefined when there is none. */
  takeDue(now: number): TimerOwner | undefined {
    for (
      let first = this.#order.peek();
      first && first.number * CHAIN_MS <= now;
      first = this.#order.peek()
    ) {
      this.#bringNear(first);
    }
    const owner = this.#near.peek()?.owner;
    if (!owner || (this.#dueAt[owner.timer] as number) > now) return undefined;
    this.disarm(owner);
    return owner;
  }

  /** The instant of the next one; null = none. */
  nextDueAt(): number | null {
    const near = this.#near.peek();
    if (near) return this.dueAt(near.owner);
    for (let first = this.#order.peek(); first; first = this.#order.peek()) {
      const knot = this.#chains.get(first.number) as number;
      const earliest = this.#earliestOf(knot);
      if (earliest !== null) return earliest;
      this.#order.remove(first);
      this.#chains.delete(first.number);
      this.#freeSlot(knot);
    }
    return null;
  }

  #takeSlot(owner: TimerOwner | null): number {
    const slot = this.#unused;
    if (slot === NO_TIMER) {
      if (this.#owners.length === this.#dueAt.length) this.#makeRoom();
      return this.#owners.push(owner) - 1;
    }
    this.#unused = this.#links[2 * slot + 1] as number;
    this.#owners[slot] = owner;
    return slot;
  }

  #freeSlot(slot: number): void {
    this.#owners[slot] = null;
    this.#links[2 * slot + 1] = this.#unused;
    this.#unused = slot;
  }

  #makeRoom(): void {
    const room = this.#dueAt.length * 2;
    const dueAt = new Float64Array(room);
    dueAt.set(this.#dueAt);
    this.#dueAt = dueAt;
    const links = new Int32Array(2 * room);
    links.set(this.#links);
    this.#links = links;
  }

  #chainOf(number: number): number {
    const known = this.#chains.get(number);
    if (known !== undefined) return known;
    const knot = this.#takeSlot(null);
    this.#links[2 * knot] = knot;
    this.#links[2 * knot + 1] = knot;
    this.#chains.set(number, knot);
    this.#order.push({ heapIndex: -1, number }, number);
    return knot;
  }

  /** At the end of the chain. */
  #hang(slot: number, knot: number): void {
    const links = this.#links;
    const last = links[2 * knot] as number;
    links[2 * slot] = last;
    links[2 * slot + 1] = knot;
    links[2 * last + 1] = slot;
    links[2 * knot] = slot;
  }

  #unhang(slot: number): void {
    const links = this.#links;
    const before = links[2 * slot] as number;
    const after = links[2 * slot + 1] as number;
    links[2 * before + 1] = after;
    links[2 * after] = before;
  }

  #earliestOf(knot: number): number | null {
    let earliest: number | null = null;
    for (let slot = this.#after(knot); slot !== knot; slot = this.#after(slot)) {
      const dueAt = this.#dueAt[slot] as number;
      if (earliest === null || dueAt < earliest) earliest = dueAt;
    }
    return earliest;
  }

  #after(slot: number): number {
    return this.#links[2 * slot + 1] as number;
  }

  #bringNear(first: { heapIndex: number; readonly number: number }): void {
    this.#order.remove(first);
    const knot = this.#chains.get(first.number) as number;
    for (let slot = this.#after(knot); slot !== knot; slot = this.#after(knot)) {
      this.#unhang(slot);
      this.#pushNear(slot, this.#owners[slot] as TimerOwner);
    }
    this.#chains.delete(first.number);
    this.#freeSlot(knot);
    this.#nearEnd = (first.number + 1) * CHAIN_MS;
  }

  #pushNear(slot: number, owner: TimerOwner): void {
    const near: Near = { heapIndex: -1, owner, key: keyOf(owner) };
    this.#links[2 * slot] = NEAR;
    this.#nearBySlot.set(slot, near);
    this.#near.push(near, this.#dueAt[slot] as number);
  }

  #removeNear(slot: number): void {
    this.#near.remove(this.#nearBySlot.get(slot) as Near);
    this.#nearBySlot.delete(slot);
  }
}

function keyOf(owner: TimerOwner): string {
  switch (owner.type) {
    case "interaction":
      return owner.interactionId;
    case "offer":
      return owner.offerId;
    case "wrap-up":
      return `${owner.agent.agentId}/${owner.interactionId}`;
    case "agent":
      return owner.agentId;
  }
}
