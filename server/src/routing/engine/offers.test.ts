import assert from "node:assert/strict";
import { test } from "node:test";
import { anAgent, aQueue } from "../testing/centre.ts";
import { accept, call, centre, hangUp, of, offersIn, ready, START, talk } from "../testing/small-centre.ts";
import { nextWakeAt } from "./engine.ts";

test("exactly one accept wins; the agent's own repetition is harmless", () => {
  const c = centre([aQueue("water")], [anAgent("ana"), anAgent("bea")]);
  c.does(...ready("ana"), ...ready("bea"), call("one"));
  assert.equal(of(c.does(accept("offer-1", "bea")), "refused")[0]?.code, "not-your-offer");
  assert.equal(of(c.does(accept("offer-1", "ana")), "offer.ended")[0]?.outcome, "accepted");
  assert.deepEqual(c.does(accept("offer-1", "ana")), []);
  assert.equal(of(c.does(accept("offer-1", "bea")), "refused")[0]?.code, "offer-gone");
});

test("an offer nobody answers expires after 20 s: not responding, and the call goes to the next at its place", () => {
  const c = centre([aQueue("water")], [anAgent("ana"), anAgent("bea")]);
  c.at(0).does(...ready("ana"), call("one"), call("two"));
  assert.equal(nextWakeAt(c.engine), START + 20_000);
  const late = c.at(20_000).does({ kind: "tick" });
  assert.equal(of(late, "offer.ended")[0]?.outcome, "expired");
  const [state] = of(late, "agent.state-changed");
  assert.deepEqual([state?.state, state?.reason], ["paused", "not-responding"]);
  assert.deepEqual(offersIn(c.at(21_000).does(...ready("bea"))), ["one→bea"]);
});

test("who lets a chat ring out is not offered it again, whatever room they have left", () => {
  const c = centre([aQueue("water")], [anAgent("ana")]);
  c.at(0).does(...ready("ana"), call("one", "water", { channel: "chat" }));
  const expired = c.at(20_000).does({ kind: "tick" });
  assert.deepEqual(offersIn(expired), []);
  const failing = c.at(21_000).does(...ready("ana"), { kind: "ring-failed", offerId: "offer-2" });
  assert.deepEqual(offersIn(failing), ["one→ana"]);
  assert.equal(of(failing, "agent.state-changed").at(-1)?.reason, "device-error");
});

test("an accept that comes after the expiry loses, even before the clock was served", () => {
  const c = centre([aQueue("water")], [anAgent("ana")]);
  c.at(0).does(...ready("ana"), call("one"));
  const decisions = c.at(20_001).does(accept("offer-1", "ana"));
  assert.equal(of(decisions, "refused")[0]?.code, "offer-gone");
});

test("a declined call is not offered to the same agent again at once, and is when nobody else came", () => {
  const c = centre([aQueue("water")], [anAgent("ana")]);
  c.at(0).does(...ready("ana"), call("one"), call("two"));
  const decisions = c.at(1_000).does({ kind: "decline", offerId: "offer-1", agentId: "ana" });
  assert.deepEqual(offersIn(decisions), ["two→ana"]);
  c.at(2_000).does(...talk("offer-2", "ana", "two"), hangUp("ana", "two"));
  assert.deepEqual(offersIn(c.at(30_999).does({ kind: "tick" })), []);
  assert.deepEqual(offersIn(c.at(31_000).does({ kind: "tick" })), ["one→ana"]);
});

test("when the caller hangs up while ringing, the agent keeps the place in the line", () => {
  const c = centre([aQueue("water")], [anAgent("ana"), anAgent("bea")]);
  c.does(...ready("ana"), ...ready("bea"), call("one"));
  c.does({ kind: "withdraw", interactionId: "one", reason: "abandoned" });
  assert.deepEqual(offersIn(c.does(call("two"))), ["two→ana"]);
});

test("who asked to go while a call rang goes when its caller hangs up", () => {
  const c = centre([aQueue("water")], [anAgent("ana")]);
  c.does(...ready("ana"), call("one"));
  c.does({ kind: "set-agent-state", agentId: "ana", state: "offline", reason: null });
  const decisions = c.does({ kind: "withdraw", interactionId: "one", reason: "abandoned" });
  const { state, requestedNext } = of(decisions, "agent.state-changed").at(-1) ?? {};
  assert.deepEqual([state, requestedNext], ["offline", null]);
});

test("an agent whose line fails after accepting is paused, and the call is back at the head", () => {
  const c = centre([aQueue("water")], [anAgent("ana"), anAgent("bea")]);
  c.does(...ready("ana"), call("one"), call("two"), accept("offer-1", "ana"));
  const decisions = c.does({ kind: "ring-failed", offerId: "offer-1" });
  assert.equal(of(decisions, "interaction.requeued")[0]?.afterAnswer, true);
  assert.equal(of(decisions, "agent.state-changed").at(-1)?.reason, "device-error");
  assert.deepEqual(offersIn(c.does(...ready("bea"))), ["one→bea"]);
});

test("the desk closes while the offer rings: the call goes to another, the agent is offline", () => {
  const c = centre([aQueue("water")], [anAgent("ana"), anAgent("bea")]);
  c.at(0).does(...ready("ana"), call("one"));
  c.at(1_000).does({ kind: "agent-silent", agentId: "ana" }, ...ready("bea"));
  const gone = c.at(5_500).does({ kind: "tick" });
  assert.deepEqual(offersIn(gone), ["one→bea"]);
  assert.equal(of(gone, "agent.state-changed").find((d) => d.agentId === "ana")?.state, "offline");
});

test("a desk that comes back in time keeps its place and its offer", () => {
  const c = centre([aQueue("water")], [anAgent("ana"), anAgent("bea")]);
  c.at(0).does(...ready("ana"), ...ready("bea"));
  c.at(1_000).does({ kind: "agent-silent", agentId: "ana" });
  c.at(2_000).does({ kind: "agent-present", agentId: "ana" });
  assert.deepEqual(offersIn(c.at(3_000).does(call("one"))), ["one→ana"]);
});
