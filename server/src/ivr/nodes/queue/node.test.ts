import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FlowNode, NodeOf } from "@vera/contracts/ivr-nodes";
import { BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

const QUEUE_ID = "00000000-0000-7000-8000-000000000001";

function waiting(more: Partial<NodeOf<"queue">> = {}): Record<string, FlowNode> {
  return {
    queue: {
      type: "queue",
      queueId: QUEUE_ID,
      maxWaitSeconds: 300,
      exits: { timeout: "late", overflow: "full", closed: "shut", callback: "agreed" },
      ...more,
    },
    late: says("late"),
    full: says("full"),
    shut: says("shut"),
    agreed: says("agreed"),
    bye: BYE,
  };
}

const WITH_CALLBACK = { callback: { key: "1", afterSeconds: 0 } } as const;

describe("a caller in queue", () => {
  test("waits with music and is let go of when an agent answers", async () => {
    const call = fakeCall();
    call.leg.at(40_000, () => call.services.queue.settle("answered"));
    assert.equal(await call.run(waiting(), { variables: { topic: "agua" } }), "answered");
    assert.equal(call.leg.nowMs, 40_000);
    assert.deepEqual(
      call.leg.acts,
      ["answer", "music music"],
      "nothing is asked of the leg once an agent has it",
    );
    assert.equal(call.services.queue.entered[0]?.topic, "agua");
    assert.equal(call.services.queue.entered[0]?.queueId, QUEUE_ID);
  });

  test("an answer cuts an announcement short", async () => {
    const call = fakeCall({ soundMs: 20_000 });
    call.leg.at(5000, () => call.services.queue.settle("answered"));
    assert.equal(await call.run(waiting({ messages: [[{ text: "a long message" }]] })), "answered");
    assert.equal(call.leg.nowMs, 5000);
    assert.equal(call.leg.heard[0]?.whole, false);
  });

  test("hears the place, the estimated wait and the messages in turn", async () => {
    const call = fakeCall({ soundMs: 500 });
    call.leg.at(62_000, () => {
      call.services.queue.placeNow = { position: 1, estimatedWaitSeconds: null };
    });
    call.leg.at(110_000, () => call.services.queue.settle("answered"));
    const more = { sayPosition: true, sayEstimatedWait: true, messages: [[{ text: "A" }], [{ text: "B" }]] };
    await call.run(waiting({ ...more, everySeconds: 30 }));
    const words = call.leg.heard.map((sound) => sound.path).join(" | ");
    const full = "Sos el número | number(3) | en la fila. | La espera estimada es de | wait(240)";
    assert.equal(words.split(" | A").length, 3);
    assert.ok(words.startsWith(`${full} | A | ${full} | B`), words);
    assert.ok(words.includes("Sos la próxima persona en ser atendida. | A"), words);
  });

  test("leaves at the longest wait", async () => {
    const call = fakeCall();
    await call.run(waiting({ maxWaitSeconds: 65 }));
    assert.deepEqual(call.services.queue.left, ["timeout"]);
    assert.deepEqual(
      call.leg.heard.map((sound) => sound.path),
      ["late", "bye"],
    );
    assert.equal(call.leg.heard[0]?.atMs, 65_000);
    assert.equal(call.leg.music, null);
  });

  test("an agent who answers at the last moment wins over the timeout", async () => {
    const call = fakeCall();
    const { queue } = call.services;
    queue.leave = async ({ reason }) => {
      queue.left.push(reason);
      queue.settle("answered");
    };
    assert.equal(await call.run(waiting({ maxWaitSeconds: 20 })), "answered");
  });

  for (const [refusal, words] of [
    ["overflow", "full"],
    ["closed", "shut"],
  ] as const) {
    test(`takes the exit of a queue that says ${refusal}`, async () => {
      const call = fakeCall();
      call.services.queue.refusesWith = refusal;
      await call.run(waiting());
      assert.ok(call.leg.heard.some((sound) => sound.path === words));
    });
  }

  test("is let go of, still on the line, when somebody took the interaction out of the queue", async () => {
    const call = fakeCall();
    call.leg.at(10_000, () => call.services.queue.settle("left"));
    assert.equal(await call.run(waiting()), "left-queue");
    assert.equal(call.leg.ended.aborted, false);
  });

  test("keeps the first entry's clock over a restart of the process", async () => {
    const first = fakeCall();
    first.leg.at(50_000, () => first.services.queue.settle("left"));
    await first.run(waiting({ maxWaitSeconds: 60 }));
    const kept = first.positions.at(-1);
    assert.equal(kept?.nodeId, "queue");
    const second = fakeCall();
    // The second process begins 50 s into the wait.
    const start = Date.UTC(2026, 10, 23, 12) - 50_000;
    await second.run(waiting({ maxWaitSeconds: 60 }), {
      resumeAt: { nodeId: "queue", memory: { enteredAtMs: start } },
    });
    assert.equal(typeof kept?.memory["enteredAtMs"], "number");
    assert.equal(second.leg.heard[0]?.atMs, 10_000, "ten seconds were left");
  });

  test("who dials 911 while waiting is handed over and leaves the queue", async () => {
    const call = fakeCall();
    call.leg.press(20_000, "911", 300);
    assert.equal(await call.run(waiting()), "emergency");
    assert.deepEqual(call.services.queue.left, ["emergency"]);
  });

  test("keys that mean nothing here cost neither the place nor the music", async () => {
    const call = fakeCall();
    call.leg.press(10_000, "5*7");
    call.leg.at(90_000, () => call.services.queue.settle("answered"));
    assert.equal(await call.run(waiting()), "answered");
    assert.equal(call.leg.nowMs, 90_000);
  });
});

describe("a callback that keeps the place", () => {
  test("goes to the caller's own number on 1 and 1", async () => {
    const call = fakeCall();
    call.leg.press(8000, "1");
    call.leg.press(14_000, "1");
    assert.equal(await call.run(waiting(WITH_CALLBACK)), "completed");
    assert.deepEqual(call.services.queue.kept, ["+543492431234"]);
    assert.ok(call.leg.heard.some((sound) => sound.path === "digits(3492431234)"));
    assert.ok(call.leg.heard.some((sound) => sound.path === "agreed"));
  });

  test("goes to another number, read back first", async () => {
    const call = fakeCall();
    call.leg.press(8000, "1");
    call.leg.press(14_000, "2");
    call.leg.press(17_000, "3424501234#");
    call.leg.press(24_000, "1");
    await call.run(waiting(WITH_CALLBACK));
    assert.deepEqual(call.services.queue.kept, ["+543424501234"]);
  });

  test("is overtaken by an agent who answers meanwhile", async () => {
    const call = fakeCall();
    call.leg.press(8000, "1");
    call.leg.at(9000, () => call.services.queue.settle("answered"));
    call.leg.press(14_000, "1");
    assert.equal(await call.run(waiting(WITH_CALLBACK)), "answered");
    assert.deepEqual(call.services.queue.kept, []);
  });

  test("that the queue refuses leaves the caller in their place", async () => {
    const call = fakeCall();
    call.services.queue.takesCallbacks = false;
    call.leg.press(8000, "1");
    call.leg.press(14_000, "1");
    call.leg.at(80_000, () => call.services.queue.settle("answered"));
    assert.equal(await call.run(waiting(WITH_CALLBACK)), "answered");
    assert.ok(call.leg.heard.some((sound) => sound.path.startsWith("En este momento no podemos")));
  });

  test("is not offered before its time", async () => {
    const call = fakeCall();
    call.leg.press(8000, "1");
    call.leg.at(20_000, () => call.services.queue.settle("answered"));
    await call.run(waiting({ callback: { key: "1", afterSeconds: 60 } }));
    assert.deepEqual(call.leg.heard, []);
  });
});
