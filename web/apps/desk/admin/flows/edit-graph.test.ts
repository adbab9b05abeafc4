import assert from "node:assert/strict";
import { test } from "node:test";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { freeId, graphText, renamedNode, withExit, withoutNode, withSetting } from "./edit-graph.ts";

const graph: FlowGraph = {
  start: "say",
  onError: "bye",
  nodes: {
    say: { type: "say", exits: { next: "bye" }, say: [{ text: "Hola" }], interruptible: false },
    bye: { type: "hangup", exits: {} },
  },
  layout: { bye: { x: 1, y: 2 } },
};

test("taking a node out takes the ways to it out, and no other", () => {
  const left = withoutNode(graph, "bye");
  assert.deepEqual(left.nodes["say"]?.exits, {});
  assert.equal("onError" in left, false);
  assert.deepEqual(left.layout, {});
  assert.equal(left.start, "say");
});

test("a node with another id keeps its ways in and out", () => {
  const renamed = renamedNode(renamedNode(graph, "bye", "despedida"), "say", "saludo");
  assert.equal(renamed.start, "saludo");
  assert.equal(renamed.onError, "despedida");
  assert.deepEqual(renamed.nodes["saludo"]?.exits, { next: "despedida" });
  assert.deepEqual(Object.keys(renamed.layout ?? {}), ["despedida"]);
});

test("a setting that is emptied leaves the node, an exit without a target too", () => {
  const node = graph.nodes["say"];
  assert.ok(node);
  assert.equal("interruptible" in withSetting(node, "interruptible", undefined), false);
  assert.deepEqual(withExit(node, "next", null).exits, {});
  assert.deepEqual(withExit(node, "next", "say").exits, { next: "say" });
});

test("a new node gets a free id", () => {
  assert.equal(freeId(graph, "queue"), "queue");
  assert.equal(freeId(graph, "say"), "say-2");
});

test("two graphs that say the same are written the same", () => {
  const { say, bye } = graph.nodes;
  assert.ok(say && bye);
  assert.equal(graphText({ ...graph, nodes: { bye, say } }), graphText({ ...graph, nodes: { say, bye } }));
});
