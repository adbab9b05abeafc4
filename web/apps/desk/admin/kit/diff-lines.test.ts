import assert from "node:assert/strict";
import { test } from "node:test";
import { diffLines, foldDiff } from "./diff-lines.ts";

const signs = { same: " ", added: "+", removed: "-" };
const drawn = (before: string, after: string): string =>
  diffLines(before, after)
    .map(({ kind, text }) => `${signs[kind]}${text}`)
    .join("|");

test("a changed line is one taken and one put, the others stay", () => {
  assert.equal(drawn("a\nb\nc", "a\nB\nc"), " a|-b|+B| c");
});

test("added and removed stretches are found", () => {
  assert.equal(drawn("a\nc", "a\nb\nc\nd"), " a|+b| c|+d");
  assert.equal(drawn("a\nb\nc", "c"), "-a|-b| c");
  assert.equal(drawn("x", "x"), " x");
});

test("the lines rebuild both texts", () => {
  const before = "uno\ndos\ntres\ncuatro";
  const after = "dos\ntres y medio\ncuatro\ncinco";
  const lines = diffLines(before, after);
  const rebuilt = (without: string): string =>
    lines
      .filter(({ kind }) => kind !== without)
      .map(({ text }) => text)
      .join("\n");
  assert.equal(rebuilt("added"), before);
  assert.equal(rebuilt("removed"), after);
});

test("what did not change is folded, but for three lines around a change", () => {
  const many = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const after = many.with(10, "other").join("\n");
  const chunks = foldDiff(diffLines(many.join("\n"), after));
  assert.deepEqual(
    chunks.map((chunk) => (chunk.kind === "hidden" ? chunk.count : chunk.lines.length)),
    [7, 8, 6],
  );
});
