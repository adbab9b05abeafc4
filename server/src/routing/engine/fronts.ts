import type { Line } from "./records.ts";

const FIRST_ROOM = 64;

/** The place of the first agent of every line that some demand asks for, side by side, so that comparing lines touches no record. */
export class Fronts {
  /** By the line's index; Infinity = nobody stands there. */
  places = new Float64Array(FIRST_ROOM).fill(Number.POSITIVE_INFINITY);
  readonly lines: Line[] = [];
  readonly #unused: number[] = [];

  /** Gives the line its index. */
  add(line: Line): void {
    const index = this.#unused.pop() ?? this.lines.length;
    if (index === this.places.length) {
      const longer = new Float64Array(index * 2).fill(Number.POSITIVE_INFINITY);
      longer.set(this.places);
      this.places = longer;
    }
    line.index = index;
    this.lines[index] = line;
  }

  /** The line must be empty. */
  forget(line: Line): void {
    this.#unused.push(line.index);
    line.index = -1;
  }

  /** Call after the line's first one may have changed. */
  note(line: Line): void {
    const place = line.idle.firstPlace;
    const before = this.places[line.index] as number;
    this.places[line.index] = place;
    if (place >= before) return;
    // Somebody came to an empty line, or back to an earlier place.
    for (const block of line.blocks) {
      if (block.bound > place) block.bound = place;
    }
  }
}
