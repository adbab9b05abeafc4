import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type Block, Shortlist } from "./shortlist.ts";

const NOBODY = Number.POSITIVE_INFINITY;
const LINES = 300;

const step = fc.record({
  what: fc.constantFrom("moves on", "moves on", "empties", "comes back", "is forgotten", "is asked"),
  line: fc.nat(LINES - 1),
  back: fc.nat(50),
  asks: fc.boolean(),
});

interface Step {
  readonly what: string;
  readonly line: number;
  readonly back: number;
}

/** Lines of three ranks in several blocks, and the same question asked of all of them. */
class Field {
  readonly fronts = new Float64Array(LINES).fill(NOBODY);
  readonly #list = new Shortlist();
  readonly #blocks = new Map<number, Block>();
  readonly #rank = (line: number): number => line % 3;

  join(line: number): void {
    if (this.#blocks.has(line)) return;
    const front = this.fronts[line] ?? NOBODY;
    this.#blocks.set(line, this.#list.add(line, { rank: this.#rank(line), front }));
  }

  forget(line: number): void {
    const block = this.#blocks.get(line);
    if (block) this.#list.remove(line, block);
    this.#blocks.delete(line);
  }

  front(line: number, place: number): void {
    this.fronts[line] = place;
    const block = this.#blocks.get(line);
    // What Fronts does when somebody comes earlier; a line that moves on is not reported.
    if (block && place < block.bound) block.bound = place;
  }

  happens({ what, line, back }: Step, place: number): void {
    if (what === "moves on") this.front(line, place);
    else if (what === "empties") this.front(line, NOBODY);
    // No two lines at the same place.
    else if (what === "comes back") this.front(line, place - back - (line + 1) / (LINES + 1));
    else if (what === "is forgotten") this.forget(line);
    else this.join(line);
  }

  check(): void {
    let best = -1;
    for (const line of this.#blocks.keys()) {
      if (this.fronts[line] === NOBODY) continue;
      if (best < 0 || this.#goesBefore(line, best)) best = line;
    }
    assert.equal(this.#list.earliest(this.fronts), best);
    assert.deepEqual(this.#list.lines().sort(), [...this.#blocks.keys()].sort());
  }

  #goesBefore(a: number, b: number): boolean {
    if (this.#rank(a) !== this.#rank(b)) return this.#rank(a) < this.#rank(b);
    return (this.fronts[a] ?? NOBODY) < (this.fronts[b] ?? NOBODY);
  }
}

test("the shortlist names the line that a look at all of them would choose, however stale its bounds", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150, size: "max" }), fc.nat(LINES), (steps, known) => {
      const field = new Field();
      for (let line = 0; line < known; line++) {
        if (line % 2) field.front(line, line);
        field.join(line);
      }
      for (const [n, one] of steps.entries()) {
        field.happens(one, LINES + n);
        if (one.asks) field.check();
      }
      field.check();
    }),
    { numRuns: 200 },
  );
});
