import assert from "node:assert/strict";
import { test } from "node:test";
import { readGraph } from "./read-graph.ts";

test("a flow is read from its text", () => {
  const text = '{"start":"a","nodes":{"a":{"type":"hangup","exits":{}}}}';
  assert.equal(readGraph(text).graph?.start, "a");
});

test("what is not JSON says the line where it breaks", () => {
  const { graph, line } = readGraph('{\n  "start": "a",\n  "nodes": {,}\n}');
  assert.equal(graph, null);
  assert.equal(line, 3);
  assert.equal(readGraph('{"start": "a"').line, 1);
});

test("JSON that is no flow is refused without a line", () => {
  assert.deepEqual(readGraph('{"start":"a","nodes":[]}'), { graph: null, line: null });
  assert.deepEqual(readGraph('{"start":"a","nodes":{"a":{"type":"say"}}}'), { graph: null, line: null });
});
