import { OrderedLine } from "./ordered-line.ts";
import type { Interaction } from "./records.ts";

/** More priorities than these at once are rare; lines that emptied then make room. */
const MANY = 8;

interface PriorityLine {
  readonly extraPriority: number;
  /** Score of somebody who would have come at instant 0. */
  readonly base: number;
  readonly line: OrderedLine<Interaction>;
}

/**
 * Who waits in one demand. Ageing is one rate per queue, so among equal priorities the order is that of arrival and never
 * changes: one line per priority, and the first of all is the first of the few lines with the highest score. O(priorities) to
 * come and go at the ends, O(log n) in the middle.
 */
export class WaitingLines {
  readonly #queuePriority: number;
  /** Points per millisecond. */
  readonly #ageing: number;
  #lines: PriorityLine[] = [];
  #top: PriorityLine | null = null;
  #topScore = Number.NEGATIVE_INFINITY;
  #size = 0;

  constructor({ priority, ageing }: { priority: number; ageing: number }) {
    this.#queuePriority = priority;
    this.#ageing = ageing;
  }

  get size(): number {
    return this.#size;
  }

  /** Highest score, then oldest. */
  get first(): Interaction | null {
    return this.#top === null ? null : this.#top.line.first;
  }

  /** -Infinity when nobody waits. Effective priority = score + ageing × now. */
  get topScore(): number {
    return this.#topScore;
  }

  /** Of each priority in order; the priorities in no particular order. */
  items(): Interaction[] {
    return this.#lines.flatMap(({ line }) => line.items());
  }

  add(interaction: Interaction): void {
    this.#lineOf(interaction.extraPriority).line.add(interaction, interaction.enqueuedAt);
    this.#size += 1;
    this.#findTop();
  }

  remove(interaction: Interaction): void {
    // Nearly always who goes is the first of all, and is not looked at.
    if (this.#top?.line.first === interaction) this.#top.line.removeFirst();
    else this.#lineOf(interaction.extraPriority).line.remove(interaction, interaction.enqueuedAt);
    this.#size -= 1;
    this.#findTop();
  }

  #lineOf(extraPriority: number): PriorityLine {
    for (const known of this.#lines) if (known.extraPriority === extraPriority) return known;
    if (this.#lines.length >= MANY) this.#lines = this.#lines.filter(({ line }) => line.size > 0);
    const made: PriorityLine = {
      extraPriority,
      base: this.#queuePriority + extraPriority,
      line: new OrderedLine(isEarlier),
    };
    this.#lines.push(made);
    return made;
  }

  #findTop(): void {
    let top: PriorityLine | null = null;
    let topScore = Number.NEGATIVE_INFINITY;
    for (const one of this.#lines) {
      if (one.line.size === 0) continue;
      const score = one.base - this.#ageing * one.line.firstPlace;
      if (score < topScore || (score === topScore && top && !goesBefore(one, top))) continue;
      top = one;
      topScore = score;
    }
    this.#top = top;
    this.#topScore = topScore;
  }
}

function goesBefore({ line: a }: PriorityLine, { line: b }: PriorityLine): boolean {
  if (a.firstPlace !== b.firstPlace) return a.firstPlace < b.firstPlace;
  return isEarlier(a.first as Interaction, b.first as Interaction);
}

/** Of two that came in the same millisecond. */
function isEarlier(a: Interaction, b: Interaction): boolean {
  return a.seq < b.seq;
}
