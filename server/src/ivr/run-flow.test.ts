import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { asksFor, BYE, fakeCall, says } from "./testing/run-on-fakes.ts";

const QUEUE: FlowNode = {
  type: "queue",
  queueId: "00000000-0000-7000-8000-000000000001",
  maxWaitSeconds: 600,
  exits: { timeout: "bye", overflow: "bye", closed: "bye" },
};

const THREE_MENUS: Record<string, FlowNode> = {
  one: asksFor("menu one", { 1: "two", 2: "bye" }),
  two: asksFor("menu two", { 3: "three" }),
  three: asksFor("menu three", { 2: "chosen" }),
  chosen: says("chosen"),
  lost: says("lost"),
  bye: BYE,
};

describe("a run", () => {
  test("goes from node to node, says each and ends the call", async () => {
    const call = fakeCall();
    assert.equal(
      await call.run({ hello: says("hello", "again"), again: says("again"), bye: BYE }),
      "completed",
    );
    assert.deepEqual(call.leg.acts, ["answer", "play hello", "play again", "play bye", "hangup normal"]);
  });

  test("tells each new place, so that it can be kept", async () => {
    const call = fakeCall();
    await call.run({ hello: says("hello"), bye: BYE });
    assert.deepEqual(
      call.positions.map((position) => position.nodeId),
      ["hello", "bye"],
    );
  });

  test("goes on at the kept node, not at the start", async () => {
    const call = fakeCall();
    await call.run({ hello: says("hello"), bye: BYE }, { resumeAt: { nodeId: "bye", memory: {} } });
    assert.deepEqual(
      call.leg.heard.map((sound) => sound.path),
      ["bye"],
    );
  });

  test("keeps data through a change of flow", async () => {
    const call = fakeCall();
    const other: FlowNode = {
      type: "branch",
      cases: [{ exit: "yes", when: [{ variable: "topic", operator: "is", value: "water" }] }],
      exits: { yes: "water", otherwise: "bye" },
    };
    call.services.publishedFlows.set("other", {
      flowId: "other",
      version: 4,
      graph: { start: "fork", nodes: { fork: other, water: says("water"), bye: BYE } },
    });
    await call.run({
      mark: { type: "set-data", data: { topic: "water" }, exits: { next: "leap" } },
      leap: { type: "go-to-flow", flowId: "other", exits: {} },
    });
    assert.deepEqual(
      call.leg.heard.map((sound) => sound.path),
      ["water", "bye"],
    );
    assert.deepEqual(call.positions.at(-1)?.version, 4);
  });
});

describe("fast dialling across menus", () => {
  test("loses no key: three choices in one burst before the first word ends", async () => {
    const call = fakeCall({ soundMs: 4000 });
    call.leg.press(100, "132", 60);
    await call.run(THREE_MENUS);
    assert.ok(call.leg.heard.some((sound) => sound.path === "chosen" && sound.whole));
    assert.ok(call.leg.nowMs < 12_000, "menus two and three are not listened to");
  });

  test("keys pressed before the first node are kept too", async () => {
    const call = fakeCall();
    call.leg.press(0, "13", 0);
    call.leg.press(5000, "2");
    await call.run(THREE_MENUS);
    assert.ok(call.leg.heard.some((sound) => sound.path === "chosen"));
  });

  test("a wrong key in the burst drops what was typed behind it, and asks again", async () => {
    const call = fakeCall();
    call.leg.press(100, "172", 60);
    call.leg.press(6000, "3");
    call.leg.press(8000, "2");
    await call.run(THREE_MENUS);
    assert.deepEqual(
      call.leg.heard.map((sound) => sound.path),
      ["menu one", "menu two", "no such option", "menu two", "menu three", "chosen", "bye"],
    );
  });
});

describe("a caller who hangs up", () => {
  const everyNode: Record<string, FlowNode> = {
    say: says("long words"),
    "recording-notice": { type: "recording-notice", say: [{ text: "recorded" }], exits: { next: "bye" } },
    menu: asksFor("choose", { 1: "bye" }),
    "collect-digits": {
      type: "collect-digits",
      say: [{ text: "type" }],
      variable: "dni",
      minDigits: 6,
      maxDigits: 8,
      exits: { collected: "bye", "no-input": "bye", invalid: "bye" },
    },
    "ticket-status": { type: "ticket-status", exits: { told: "bye", "not-found": "bye", "no-input": "bye" } },
    queue: QUEUE,
    callback: {
      type: "callback",
      queueId: QUEUE.type === "queue" ? QUEUE.queueId : "",
      exits: { requested: "bye", refused: "bye", "no-input": "bye" },
    },
    voicemail: {
      type: "voicemail",
      say: [{ text: "leave it" }],
      queueId: QUEUE.type === "queue" ? QUEUE.queueId : "",
      exits: { left: "bye", empty: "bye" },
    },
    transfer: {
      type: "transfer",
      number: "03424500000",
      exits: { busy: "bye", "no-answer": "bye", failed: "bye" },
    },
    emergency: { type: "emergency", code: "911", exits: {} },
    hangup: BYE,
  };

  for (const nodeId of Object.keys(everyNode)) {
    test(`at ${nodeId} ends the run quietly as abandoned`, async () => {
      const call = fakeCall({ soundMs: 2000 });
      call.leg.hangUp(nodeId === "transfer" ? 200 : 900);
      const start = everyNode[nodeId];
      assert.ok(start);
      const how = await call.run({ start, lost: BYE, bye: BYE });
      assert.equal(how, "abandoned");
      assert.equal(call.leg.ended.aborted, true);
      assert.ok(!call.services.news.some((news) => news.kind === "broken"));
      assert.ok(!call.leg.acts.some((act) => act.startsWith("hangup")), "there is nobody to hang up on");
    });
  }

  test("gives the place in the queue up as abandoned", async () => {
    const call = fakeCall();
    call.leg.hangUp(45_000);
    await call.run({ queue: QUEUE, bye: BYE });
    assert.deepEqual(call.services.queue.left, ["abandoned"]);
  });
});

describe("what breaks", () => {
  const broken: FlowNode = {
    type: "hours",
    calendarId: "00000000-0000-7000-8000-000000000002",
    exits: { open: "bye", closed: "bye" },
  };

  test("is reported, and the caller hears an apology instead of silence", async () => {
    const call = fakeCall();
    call.services.hoursBroken = true;
    assert.equal(await call.run({ broken, bye: BYE }), "failed");
    assert.match(call.leg.heard[0]?.path ?? "", /problema técnico/);
    assert.equal(call.services.news[0]?.kind, "broken");
    assert.equal(call.leg.acts.at(-1), "hangup normal");
  });

  test("leads to the flow's own way out when it has one", async () => {
    const call = fakeCall();
    call.services.hoursBroken = true;
    const nodes = { broken, operator: says("operator"), bye: BYE };
    assert.equal(await call.run({ start: "broken", nodes, onError: "operator" }), "completed");
    assert.deepEqual(
      call.leg.heard.map((sound) => sound.path),
      ["operator", "bye"],
    );
  });

  test("a way out that breaks too ends with the apology, not in a circle", async () => {
    const call = fakeCall();
    call.services.hoursBroken = true;
    assert.equal(
      await call.run({ start: "broken", nodes: { broken, bye: BYE }, onError: "broken" }),
      "failed",
    );
  });

  test("a circle without the caller is left after 60 nodes", async () => {
    const call = fakeCall();
    assert.equal(await call.run({ a: says("a", "b"), b: says("b", "a") }), "failed");
    assert.ok(call.leg.heard.length < 70);
  });

  test("a flow that is not published is a broken node", async () => {
    const call = fakeCall();
    assert.equal(await call.run({ leap: { type: "go-to-flow", flowId: "nowhere", exits: {} } }), "failed");
  });
});
