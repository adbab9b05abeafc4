import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FlowGraph, FlowNode } from "@vera/contracts/ivr-nodes";
import { asksFor, BYE, says } from "../testing/run-on-fakes.ts";
import { hasErrors, validateFlow } from "./validate-flow.ts";

const QUEUE_ID = "00000000-0000-7000-8000-000000000001";
const KNOWN = {
  queues: new Set([QUEUE_ID]),
  calendars: new Set<string>(),
  flows: new Set<string>(),
  prompts: new Set(["welcome"]),
};
const NOTICE: FlowNode = { type: "recording-notice", say: [{ text: "recorded" }], exits: { next: "ask" } };
const QUEUE: FlowNode = {
  type: "queue",
  queueId: QUEUE_ID,
  maxWaitSeconds: 300,
  exits: { timeout: "bye", overflow: "bye", closed: "bye" },
};
const SOUND: FlowGraph = {
  start: "notice",
  nodes: {
    notice: NOTICE,
    ask: asksFor("choose", { 1: "queue" }),
    queue: QUEUE,
    lost: says("lost"),
    bye: BYE,
  },
};

function problemsWith(nodes: Record<string, FlowNode>, more: Partial<FlowGraph> = {}) {
  return validateFlow({ ...SOUND, nodes: { ...SOUND.nodes, ...nodes }, ...more }, KNOWN);
}

function codesWith(nodes: Record<string, FlowNode>, more: Partial<FlowGraph> = {}): string[] {
  return problemsWith(nodes, more).map((found) => `${found.code}@${found.nodeId ?? ""}`);
}

describe("a flow", () => {
  test("that is sound has no problems", () => {
    assert.deepEqual(codesWith({}), []);
  });

  test("with an exit that leads nowhere is refused, naming node and exit", () => {
    const found = problemsWith({
      ask: { ...asksFor("choose", { 1: "queue" }), exits: { 1: "queue", "no-input": "lost" } },
    });
    assert.equal(hasErrors(found), true);
    assert.equal(found[0]?.message, 'Node ask: Exit "no-match" leads nowhere; connect it to a node');
  });

  test("that leads to a node which does not exist is refused", () => {
    assert.deepEqual(codesWith({ lost: says("lost", "nowhere") }), ["unknown-node@lost", "no-way-out@lost"]);
    assert.ok(codesWith({}, { start: "nowhere" }).includes("unknown-node@"));
    assert.deepEqual(codesWith({}, { onError: "nowhere" }), ["unknown-node@"]);
  });

  test("with an exit that its node does not have is refused", () => {
    assert.deepEqual(codesWith({ bye: { ...BYE, exits: { next: "ask" } } as FlowNode }), [
      "unknown-exit@bye",
    ]);
  });

  test("with an unknown queue, calendar, flow or prompt is refused", () => {
    const nowhere = "00000000-0000-7000-8000-00000000ffff";
    assert.deepEqual(codesWith({ queue: { ...QUEUE, queueId: nowhere } as FlowNode }), [
      "unknown-queue@queue",
    ]);
    assert.deepEqual(codesWith({ queue: { ...QUEUE, music: "tango" } as FlowNode }), [
      "unknown-prompt@queue",
    ]);
    const hours: FlowNode = { type: "hours", calendarId: nowhere, exits: { open: "bye", closed: "bye" } };
    assert.deepEqual(codesWith({ lost: hours }), ["unknown-calendar@lost"]);
    assert.deepEqual(codesWith({ lost: { type: "go-to-flow", flowId: nowhere, exits: {} } }), [
      "unknown-flow@lost",
    ]);
    const say = [{ prompt: "welcome" }, { prompt: "missing" }];
    assert.deepEqual(codesWith({ lost: { type: "say", say, exits: { next: "bye" } } }), [
      "unknown-prompt@lost",
    ]);
  });

  test("that goes round without the caller is refused", () => {
    const found = problemsWith({ lost: says("lost", "more"), more: says("more", "lost") });
    assert.ok(found.some((one) => one.code === "endless-loop" && one.message.includes("lost, more")));
  });

  test("that goes round only through the caller's keys is allowed", () => {
    assert.deepEqual(
      codesWith({ ask: asksFor("choose", { 1: "queue", 9: "again" }), again: says("again", "ask") }),
      [],
    );
  });

  test("where silence goes round is doubtful, not refused", () => {
    const found = problemsWith({ lost: says("lost", "ask") });
    assert.deepEqual(
      found.map((one) => [one.severity, one.code]),
      [["warning", "silent-loop"]],
    );
  });

  test("without a way out of a node is refused", () => {
    const ask = {
      ...asksFor("choose", { 1: "ask" }),
      exits: { 1: "ask", "no-input": "ask", "no-match": "ask" },
    };
    assert.ok(codesWith({ ask: ask as FlowNode }).includes("no-way-out@ask"));
  });

  test("with a node that nobody comes to is doubtful", () => {
    assert.deepEqual(codesWith({ island: says("island") }), ["unreachable@island"]);
  });

  test("that queues without a recording notice is doubtful", () => {
    assert.deepEqual(codesWith({}, { start: "ask" }), [
      "unreachable@notice",
      "recording-not-announced@queue",
    ]);
  });

  test("whose menu gives one key twice is refused", () => {
    const ask = asksFor("choose", { 1: "queue" });
    assert.ok(ask.type === "menu");
    const twice = { ...ask, options: [...ask.options, ...ask.options] };
    assert.deepEqual(codesWith({ ask: twice }), ["bad-setting@ask"]);
  });

  test("whose menus spell an emergency number in a row is doubtful", () => {
    const nodes = {
      ask: asksFor("a", { 1: "word" }),
      word: says("word", "second"),
      second: asksFor("b", { 0: "third" }),
      third: asksFor("c", { 7: "queue" }),
    };
    assert.deepEqual(codesWith(nodes), ["spells-emergency@ask"]);
    assert.deepEqual(codesWith(nodes, { emergencyDialling: ["911"] }), []);
  });

  test("that hands an emergency to a number which is none is refused", () => {
    assert.deepEqual(codesWith({ lost: { type: "emergency", code: "147", exits: {} } }), [
      "bad-setting@lost",
    ]);
    assert.deepEqual(codesWith({}, { emergencyDialling: ["999"] }), ["bad-setting@"]);
  });

  test("that says data which nothing collects is doubtful", () => {
    const said: FlowNode = { type: "say", say: [{ value: "dni", as: "digits" }], exits: { next: "bye" } };
    assert.deepEqual(codesWith({ lost: said }), ["unknown-data@lost"]);
  });

  test("that offers a callback in queue must wire its exit", () => {
    const queue = { ...QUEUE, callback: { key: "1", afterSeconds: 0 } } as FlowNode;
    assert.deepEqual(codesWith({ queue }), ["dead-end@queue"]);
  });

  test("that is not of the schema is refused as a whole", () => {
    const bad = { ...SOUND, nodes: { ask: { type: "dance" } } } as unknown as FlowGraph;
    assert.equal(validateFlow(bad, KNOWN)[0]?.code, "malformed");
  });
});
