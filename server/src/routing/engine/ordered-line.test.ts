import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { OrderedLine } from "./ordered-line.ts";

interface Person {
  readonly place: number;
  readonly seq: number;
}

const isEarlier = (a: Person, b: Person): boolean => a.seq < b.seq;

const step = fc.record({
  what: fc.constantFrom("comes", "comes", "leaves", "leaves the front", "comes back"),
  who: fc.nat(1_000),
  // Often in the same instant as the one before.
  later: fc.constantFrom(0, 0, 0, 1, 2),
});

/** The line, and beside it a plain sorted array of the same people. */
class Street {
  readonly #line = new OrderedLine(isEarlier);
  readonly #there: Person[] = [];
  readonly #gone: Person[] = [];

  comes(person: Person): void {
    this.#there.push(person);
    this.#there.sort((a, b) => a.place - b.place || a.seq - b.seq);
    this.#line.add(person, person.place);
  }

  comesBack(who: number): void {
    const [person] = this.#gone.splice(who % Math.max(1, this.#gone.length), 1);
    if (person) this.comes(person);
  }

  leaves(who: number): void {
    const [person] = this.#there.splice(who % Math.max(1, this.#there.length), 1);
    if (!person) return;
    this.#line.remove(person, person.place);
    this.#gone.push(person);
  }

  check(): void {
    assert.deepEqual(this.#line.items(), this.#there);
    assert.equal(this.#line.size, this.#there.length);
    assert.equal(this.#line.first, this.#there[0] ?? null);
    assert.equal(this.#line.firstPlace, this.#there[0]?.place ?? Number.POSITIVE_INFINITY);
  }
}

test("whatever the coming, going and coming back, the line is who stands in it, in order of place", () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 200, size: "max" }), (steps) => {
      const street = new Street();
      let place = 0;
      for (const [seq, { what, who, later }] of steps.entries()) {
        place += later;
        if (what === "comes") street.comes({ place, seq });
        else if (what === "comes back") street.comesBack(who);
        else street.leaves(what === "leaves" ? who : 0);
        street.check();
      }
    }),
    { numRuns: 300 },
  );
});

test("a stranger cannot leave the line", () => {
  const line = new OrderedLine(isEarlier);
  line.add({ place: 1, seq: 1 }, 1);
  assert.throws(() => line.remove({ place: 2, seq: 2 }, 2), /must stand in it/);
});
