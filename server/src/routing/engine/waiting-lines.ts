import { OrderedLine } from "./ordered-line.ts";
import type { Interaction } from "./records.ts";

/** More priorities than these at once are rare; lines that emptied then make room. */
const MANY = 8;

/** Those of one priority. */
class PriorityLine extends OrderedLine<Interaction> {
  readonly extraPriority: number;
  /** Score of somebody who would have come at instant 0. */
  readonly base: number;

  constructor(queuePriority: number, extraPriority: number) {
    super(isEarlier);
    this.extraPriority = extraPriority;
    this.base = queuePriority + extraPriority;
  }
}

/**
 * Who waits in one demand. Ageing is one rate per queue, so among equal priorities the order is that of arrival and never
 * changes: one line per priority, and the first of all is the first of the few lines with the highest score. O(priorities) to
 * come and go at the ends, O(log n) in the middle.
 */
export class WaitingLines {
  readonly #queuePriority: number;
  readonly #ageingPerMinute: number;
  #lines: PriorityLine[] = [];
  #top: PriorityLine | null = null;
  #size = 0;

  constructor({ priority, ageingPerMinute }: { priority: number; ageingPerMinute: number }) {
    this.#queuePriority = priority;
    this.#ageingPerMinute = ageingPerMinute;
  }

  get size(): number {
    return this.#size;
  }

  /** Highest score, then oldest. */
  get first(): Interaction | null {
    return this.#top === null ? null : this.#top.first;
  }

  /** -Infinity when nobody waits. Effective priority = score + ageing × now. */
  get topScore(): number {
    return this.#top === null ? Number.NEGATIVE_INFINITY : this.#scoreOf(this.#top);
  }

  /** Of each priority in order; the priorities in no particular order. */
  items(): Interaction[] {
    return this.#lines.flatMap((line) => line.items());
  }

  add(interaction: Interaction): void {
    this.#lineOf(interaction.extraPriority).add(interaction, interaction.enqueuedAt);
    this.#size += 1;
    this.#findTop();
  }

  remove(interaction: Interaction): void {
    // Nearly always who goes is the first of all, and is not looked at.
    if (this.#top?.first === interaction) this.#top.removeFirst();
    else this.#lineOf(interaction.extraPriority).remove(interaction, interaction.enqueuedAt);
    this.#size -= 1;
    this.#findTop();
  }

  #lineOf(extraPriority: number): PriorityLine {
    for (const known of this.#lines) if (known.extraPriority === extraPriority) return known;
    if (this.#lines.length >= MANY) this.#lines = this.#lines.filter(({ size }) => size > 0);
    const made = new PriorityLine(this.#queuePriority, extraPriority);
    this.#lines.push(made);
    return made;
  }

  #scoreOf(line: PriorityLine): number {
    // Divided here: a whole number lies in the object itself, a fraction elsewhere.
    return line.base - (this.#ageingPerMinute / 60_000) * line.firstPlace;
  }

  #findTop(): void {
    let top: PriorityLine | null = null;
    let topScore = Number.NEGATIVE_INFINITY;
    for (const line of this.#lines) {
      if (line.size === 0) continue;
      const score = this.#scoreOf(line);
      if (score < topScore || (score === topScore && top && !goesBefore(line, top))) continue;
      top = line;
      topScore = score;
    }
    this.#top = top;
  }
}

function goesBefore(a: PriorityLine, b: PriorityLine): boolean {
  if (a.firstPlace !== b.firstPlace) return a.firstPlace < b.firstPlace;
  return isEarlier(a.first as Interaction, b.first as Interaction);
}

/** Of two that came in the same millisecond. */
function isEarlier(a: Interaction, b: Interaction): boolean {
  return a.seq < b.seq;
}
