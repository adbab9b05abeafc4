import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { NameTrie } from "./name-trie.ts";
import { soundKey } from "./sound-key.ts";

/** Optimal string alignment by the book: the whole table. */
function slips(one: string, other: string): number {
  const table = Array.from({ length: one.length + 1 }, (_, i) =>
    Array.from({ length: other.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)),
  );
  const at = (i: number, j: number) => table[i]?.[j] ?? 99;
  for (let i = 1; i <= one.length; i += 1) {
    for (let j = 1; j <= other.length; j += 1) {
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      const row = table[i];
      if (!row) continue;
      row[j] = Math.min(
        at(i - 1, j) + 1,
        at(i, j - 1) + 1,
        at(i - 1, j - 1) + (one[i - 1] === other[j - 1] ? 0 : 1),
        swapped ? at(i - 2, j - 2) + 1 : 99,
      );
    }
  }
  return at(one.length, other.length);
}

const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "ñ"), minLength: 1, maxLength: 7 });

test("words within one or two slips are exactly those of the slow table, whatever the words", () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(word, { maxLength: 60 }),
      word,
      fc.integer({ min: 0, max: 2 }),
      (words, asked, most) => {
        const trie = new NameTrie();
        for (const [n, each] of words.entries()) trie.add(each, n + 1);
        const found = new Map<number, number>();
        trie.within(asked, most, (id, distance) => void found.set(id, distance));
        const expected = words
          .map((each, n) => [n + 1, slips(asked, each)] as const)
          .filter(([, distance]) => distance <= most);
        assert.deepEqual([...found].sort(), [...expected].map(([id, d]) => [id, d]).sort());
      },
    ),
  );
});

test("beginnings and whole words are found, and nothing where there is none", () => {
  const trie = new NameTrie();
  const words = ["gomez", "gomes", "go", "gonzalez", "x".repeat(60)];
  for (const [n, each] of words.entries()) trie.add(each, n + 1);
  assert.deepEqual(trie.startingWith("gom").sort(), [1, 2]);
  assert.equal(trie.find("go"), 3);
  assert.equal(trie.find("gonz"), 0);
  assert.equal(trie.find("x".repeat(60)), 5);
  assert.deepEqual(trie.startingWith("perez"), []);
});

test("a tree of ten thousand words grows without losing any", () => {
  const trie = new NameTrie();
  const words = Array.from({ length: 10_000 }, (_, n) => (n * 7_919).toString(26));
  for (const [n, each] of words.entries()) trie.add(each, n + 1);
  assert.ok(words.every((each, n) => trie.find(each) === n + 1));
});

test("what sounds alike has one key, other names have another", () => {
  for (const [one, other] of [
    ["gimenez", "jimenez"],
    ["gonsales", "gonzalez"],
    ["vazquez", "basques"],
    ["echeverria", "echeveria"],
    ["yanez", "llanes"],
    ["hernandez", "ernandes"],
    ["quiroga", "kiroga"],
  ] as const) {
    assert.equal(soundKey(one), soundKey(other), `${one} ${other}`);
  }
  assert.notEqual(soundKey("guerra"), soundKey("gera"));
  assert.notEqual(soundKey("romero"), soundKey("ramiro"));
});
