import assert from "node:assert/strict";
import { test } from "node:test";
import type { NodeKindInfo } from "@vera/contracts/ivr";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { outlineOf } from "./outline.ts";

const kinds: NodeKindInfo[] = [
  { type: "say", requiredExits: ["next"], optionalExits: [] },
  { type: "menu", requiredExits: ["no-input", "no-match"], optionalExits: [] },
  { type: "hangup", requiredExits: [], optionalExits: [] },
];
const say = [{ text: "Hola" }];
const graph: FlowGraph = {
  start: "menu",
  nodes: {
    alone: { type: "say", exits: { next: "end" }, say },
    end: { type: "hangup", exits: {} },
    hello: { type: "say", exits: { next: "menu" }, say },
    menu: {
      type: "menu",
      exits: { "1": "hello", "no-input": "gone" },
      say,
      options: [{ key: "1", label: "Agua" }],
    },
  },
};

test("nodes come in the order in which a caller meets them, those that nobody meets last", () => {
  assert.deepEqual(
    outlineOf(graph, kinds).map(({ id, depth }) => [id, depth]),
    [
      ["menu", 0],
      ["hello", 1],
      ["alone", null],
      ["end", null],
    ],
  );
});

test("a menu has an exit for each option, and says which lead nowhere or to what does not exist", () => {
  const [menu] = outlineOf(graph, kinds);
  assert.deepEqual(menu?.exits, [
    { name: "1", required: true, label: "Agua", to: "hello", known: true },
    { name: "no-input", required: true, to: "gone", known: false },
    { name: "no-match", required: true, to: null, known: false },
  ]);
});

test("a node that only errors lead to is not said to be unreachable", () => {
  const outline = outlineOf({ ...graph, onError: "end" }, kinds);
  assert.equal(outline.find(({ id }) => id === "end")?.depth, 1);
});

test("a circle ends", () => {
  const circle: FlowGraph = { start: "a", nodes: { a: { type: "say", exits: { next: "a" }, say } } };
  assert.equal(outlineOf(circle, kinds).length, 1);
});
