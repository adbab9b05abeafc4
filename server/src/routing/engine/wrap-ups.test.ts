import assert from "node:assert/strict";
import { test } from "node:test";
import { anAgent, aQueue } from "../testing/centre.ts";
import { call, centre, hangUp, of, offersIn, ready, START, talk } from "../testing/small-centre.ts";
import type { Command } from "./commands.ts";

test("mandatory timed wrap-up: ends at its deadline when typed, turns overdue when not", () => {
  const queue = aQueue("water", { wrapUpMode: "mandatory-timed", wrapUpMs: 30_000 });
  const c = centre([queue], [anAgent("ana")]);
  c.at(0).does(
    ...ready("ana"),
    call("one"),
    ...talk("offer-1", "ana", "one"),
    call("two"),
    hangUp("ana", "one"),
  );
  const of1 = { agentId: "ana", interactionId: "one" };
  assert.equal(
    of(c.at(1_000).does({ kind: "end-wrap-up", ...of1 }), "refused")[0]?.code,
    "disposition-missing",
  );
  assert.equal(of(c.at(30_000).does({ kind: "tick" }), "wrap-up.overdue").length, 1);
  const typed = c.at(35_000).does({ kind: "disposed", ...of1 });
  assert.equal(of(typed, "wrap-up.ended").length, 1);
  assert.deepEqual(offersIn(typed), ["two→ana"]);
  c.does(
    ...talk("offer-2", "ana", "two"),
    { kind: "disposed", agentId: "ana", interactionId: "two" },
    hangUp("ana", "two"),
  );
  assert.equal(of(c.at(65_000).does({ kind: "tick" }), "wrap-up.ended").length, 1);
});

test("more time twice, not three times", () => {
  const queue = aQueue("water", { wrapUpMode: "optional", wrapUpMs: 30_000 });
  const c = centre([queue], [anAgent("ana")]);
  c.at(0).does(...ready("ana"), call("one"), ...talk("offer-1", "ana", "one"), hangUp("ana", "one"));
  const more: Command = { kind: "extend-wrap-up", agentId: "ana", interactionId: "one" };
  assert.equal(of(c.does(more), "wrap-up.extended")[0]?.deadlineAt, START + 90_000);
  assert.equal(of(c.does(more), "wrap-up.extended")[0]?.deadlineAt, START + 150_000);
  assert.equal(of(c.does(more), "refused")[0]?.code, "no-extension-left");
  assert.equal(of(c.at(150_000).does({ kind: "tick" }), "wrap-up.ended").length, 1);
});

test("no wrap-up: the next call comes at once", () => {
  const c = centre([aQueue("water")], [anAgent("ana")]);
  c.does(...ready("ana"), call("one"), ...talk("offer-1", "ana", "one"), call("two"));
  assert.deepEqual(offersIn(c.does(hangUp("ana", "one"))), ["two→ana"]);
});

test("a pause asked during a talk applies after the wrap-up, and nothing is offered in between", () => {
  const queue = aQueue("water", { wrapUpMode: "mandatory" });
  const c = centre([queue], [anAgent("ana")]);
  c.does(...ready("ana"), call("one"), ...talk("offer-1", "ana", "one"), call("two"));
  const pause: Command = { kind: "set-agent-state", agentId: "ana", state: "paused", reason: "lunch" };
  const asked = of(c.does(pause), "agent.state-changed")[0];
  assert.deepEqual([asked?.state, asked?.requestedNext?.reason], ["ready", "lunch"]);
  c.does(hangUp("ana", "one"), { kind: "disposed", agentId: "ana", interactionId: "one" });
  const done = c.does({ kind: "end-wrap-up", agentId: "ana", interactionId: "one" });
  const state = of(done, "agent.state-changed")[0];
  assert.deepEqual([state?.state, state?.reason, state?.requestedNext], ["paused", "lunch", null]);
  assert.deepEqual(offersIn(done), []);
});
