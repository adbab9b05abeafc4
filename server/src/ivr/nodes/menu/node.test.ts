import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FlowNode } from "@vera/contracts/ivr-nodes";
import { asksFor, BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

const NODES: Record<string, FlowNode> = {
  ask: asksFor("choose", { 1: "water", 2: "light" }),
  water: says("water"),
  light: says("light"),
  lost: says("lost"),
  bye: BYE,
};

function wordsOf(call: ReturnType<typeof fakeCall>): string[] {
  return call.leg.heard.map((sound) => sound.path);
}

describe("a menu", () => {
  test("takes the key while it still speaks", async () => {
    const call = fakeCall({ soundMs: 10_000 });
    call.leg.press(500, "2");
    await call.run(NODES);
    assert.deepEqual(wordsOf(call), ["choose", "light", "bye"]);
    assert.equal(call.leg.heard[0]?.whole, false);
  });

  test("that cannot be interrupted takes the key after its last word", async () => {
    const call = fakeCall();
    call.leg.press(100, "2");
    const ask = { ...asksFor("choose", { 2: "light" }), interruptible: false } as FlowNode;
    await call.run({ ...NODES, ask });
    assert.equal(call.leg.heard[0]?.whole, true);
    assert.deepEqual(wordsOf(call), ["choose", "light", "bye"]);
  });

  test("asks three times of who says nothing, then leaves", async () => {
    const call = fakeCall();
    await call.run(NODES);
    assert.deepEqual(wordsOf(call), [
      "choose",
      "nothing heard",
      "choose",
      "nothing heard",
      "choose",
      "lost",
      "bye",
    ]);
    assert.ok(call.leg.nowMs >= 15_000 + 7000, "five seconds of silence each time, and the words");
  });

  test("asks again after a wrong key and takes the right one", async () => {
    const call = fakeCall();
    call.leg.press(1500, "8");
    call.leg.press(3000, "1");
    await call.run(NODES);
    assert.deepEqual(wordsOf(call), ["choose", "no such option", "choose", "water", "bye"]);
  });

  test("reports the choice by the label of its option", async () => {
    const call = fakeCall();
    call.leg.press(100, "1");
    await call.run(NODES);
    assert.deepEqual(call.services.news, [
      { kind: "step", nodeId: "ask", nodeType: "menu", exit: "1", label: "option 1" },
    ]);
  });
});

describe("911 dialled in a menu", () => {
  test("hands the call over at once, with its own counter", async () => {
    const call = fakeCall();
    call.leg.press(2000, "911", 400);
    assert.equal(await call.run(NODES), "emergency");
    assert.ok(call.leg.acts.includes("dial 911 emergency"));
    assert.deepEqual(call.services.news, [
      { kind: "emergency-begun", nodeId: "emergency:911", code: "911", via: "dialled" },
      { kind: "emergency-handed-off", nodeId: "emergency:911", code: "911", via: "dialled" },
    ]);
  });

  test("across two menus, its first key having chosen", async () => {
    const call = fakeCall();
    call.leg.press(500, "107", 300);
    const nodes = {
      ...NODES,
      ask: asksFor("choose", { 1: "second" }),
      second: asksFor("and now", { 2: "light" }),
    };
    assert.equal(await call.run(nodes), "emergency");
    assert.ok(call.leg.acts.includes("dial 107 emergency"));
  });

  test("is no emergency for who walks menus 1, 0 and 7 in one burst", async () => {
    const call = fakeCall();
    call.leg.press(500, "107", 300);
    const nodes = {
      ask: asksFor("a", { 1: "second" }),
      second: asksFor("b", { 0: "third" }),
      third: asksFor("c", { 7: "water" }),
      water: says("water"),
      lost: says("lost"),
      bye: BYE,
    };
    assert.equal(await call.run(nodes), "completed");
    assert.ok(wordsOf(call).includes("water"));
  });

  test("goes on at the hand-off after a restart of the process", async () => {
    const call = fakeCall();
    call.leg.adoptDial(20_000);
    const how = await call.run(NODES, { resumeAt: { nodeId: "emergency:911", memory: {} } });
    assert.equal(how, "emergency");
    assert.ok(
      !call.leg.acts.some((act) => act.startsWith("dial")),
      "the talk that lives on is not dialled again",
    );
  });

  test("is a wrong key where the flow switched it off", async () => {
    const call = fakeCall();
    call.leg.press(2000, "911", 300);
    assert.equal(await call.run({ start: "ask", nodes: NODES, emergencyDialling: [] }), "completed");
    assert.ok(!call.leg.acts.some((act) => act.startsWith("dial")));
  });
});
