import assert from "node:assert/strict";
import { test } from "node:test";
import { matchesWords } from "./fold-text.ts";
import { topicWords } from "./topic-words.ts";

const TOPICS = [
  { id: "assa", parentId: null, name: "Aguas Santafesinas", aliases: ["agua potable"] },
  { id: "reclamo", parentId: "assa", name: "Reclamo", aliases: ["queja"] },
  { id: "sin", parentId: "reclamo", name: "Sin agua", aliases: ["falta de agua", "no sale agua"] },
  { id: "turbia", parentId: "reclamo", name: "Turbidez", aliases: [] },
];
const found = (query: string): string[] =>
  [...topicWords(TOPICS)].filter(([, words]) => matchesWords(words, query)).map(([id]) => id);

test("a topic is found by its aliases and those of the topics above it, in any order", () => {
  assert.deepEqual(found("falta de agua"), ["sin"]);
  assert.deepEqual(found("agua, la falta"), ["sin"]);
  assert.deepEqual(found("queja turb"), ["turbia"]);
  assert.deepEqual(found("queja"), ["reclamo", "sin", "turbia"]);
  assert.deepEqual(found("falta de luz"), []);
});

test("topics that hang from each other are read all the same", () => {
  const circle = [
    { id: "a", parentId: "b", name: "A", aliases: [] },
    { id: "b", parentId: "a", name: "B", aliases: [] },
  ];
  assert.equal(topicWords(circle).size, 2);
});
