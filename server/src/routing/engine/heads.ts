import type { Demand } from "./records.ts";

const FIRST_ROOM = 64;

/** What the first waiting interaction of each demand weighs, side by side, so that choosing among queues touches no record. */
export class Heads {
  /** By the demand's index: score of its first one; -Infinity = nobody waits. */
  score = new Float64Array(FIRST_ROOM);
  /** Ageing of its queue, points per millisecond. */
  ageing = new Float64Array(FIRST_ROOM);
  readonly demands: Demand[] = [];
  /** Indexes of forgotten demands, to be used again. */
  readonly #unused: number[] = [];

  /** The index of the next demand. */
  nextIndex(): number {
    return this.#unused.pop() ?? this.demands.length;
  }

  add(demand: Demand): void {
    const { index } = demand;
    this.demands[index] = demand;
    if (index >= this.score.length) {
      this.score = longer(this.score);
      this.ageing = longer(this.ageing);
    }
    this.ageing[index] = demand.queue.ageing;
    this.note(demand);
  }

  /** Nothing may wait in it. */
  forget({ index }: Demand): void {
    this.#unused.push(index);
  }

  /** Call after the demand's first one may have changed. */
  note({ index, waiting }: Demand): void {
    this.score[index] = waiting.topScore;
  }
}

function longer(values: Float64Array): Float64Array<ArrayBuffer> {
  const copy = new Float64Array(values.length * 2);
  copy.set(values);
  return copy;
}
