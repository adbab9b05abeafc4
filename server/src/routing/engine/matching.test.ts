import assert from "node:assert/strict";
import { test } from "node:test";
import { anAgent, aQueue } from "../testing/centre.ts";
import { call, centre, offersIn, ready } from "../testing/small-centre.ts";

test("a call rings at the agent who has been idle for longest", () => {
  const c = centre([aQueue("water")], [anAgent("ana"), anAgent("bea")]);
  c.at(0).does(...ready("bea"));
  c.at(10).does(...ready("ana"));
  assert.deepEqual(offersIn(c.at(20).does(call("one"))), ["one→bea"]);
  assert.deepEqual(offersIn(c.at(30).does(call("two"))), ["two→ana"]);
  assert.deepEqual(offersIn(c.at(40).does(call("three"))), []);
});

test("an agent below the minimum level is not offered the call, and one who reaches it is", () => {
  const queue = aQueue("water", { requirements: [{ skillId: "water", minimumLevel: 3 }] });
  const c = centre([queue], [anAgent("ana", { water: 2 }), anAgent("bea", { water: 3 })]);
  c.does(...ready("ana"));
  assert.deepEqual(offersIn(c.does(call("one"))), []);
  assert.deepEqual(offersIn(c.does(...ready("bea"))), ["one→bea"]);
});

test("new skills of a waiting agent bring what they can now serve", () => {
  const queue = aQueue("water", { requirements: [{ skillId: "water", minimumLevel: 3 }] });
  const c = centre([queue], [anAgent("ana", { water: 2 })]);
  c.does(...ready("ana"), call("one"));
  assert.deepEqual(offersIn(c.does({ kind: "configure-agent", agent: anAgent("ana", { water: 4 }) })), [
    "one→ana",
  ]);
});

test("most-skilled offers to the expert even when a beginner waits for longer", () => {
  const queue = aQueue("water", {
    strategy: "most-skilled",
    requirements: [{ skillId: "water", minimumLevel: 1 }],
  });
  const c = centre([queue], [anAgent("beginner", { water: 1 }), anAgent("expert", { water: 5 })]);
  c.at(0).does(...ready("beginner"));
  c.at(10).does(...ready("expert"));
  assert.deepEqual(offersIn(c.does(call("one"))), ["one→expert"]);
});

test("last-agent offers to whoever served the person before, if free", () => {
  const c = centre([aQueue("water", { strategy: "last-agent" })], [anAgent("ana"), anAgent("bea")]);
  c.at(0).does(...ready("ana"));
  c.at(10).does(...ready("bea"));
  assert.deepEqual(offersIn(c.does(call("one", "water", { lastAgentId: "bea" }))), ["one→bea"]);
  assert.deepEqual(offersIn(c.does(call("two", "water", { lastAgentId: "bea" }))), ["two→ana"]);
});

test("a higher priority goes first, and ageing lets the older one overtake it", () => {
  const queue = aQueue("water", { ageingPerMinute: 1 });
  const c = centre([queue], [anAgent("ana")]);
  c.at(0).does(call("plain"));
  c.at(60_000).does(call("urgent", "water", { priority: 2 }));
  assert.deepEqual(offersIn(c.at(61_000).does(...ready("ana"))), ["urgent→ana"]);
  const d = centre([queue], [anAgent("ana")]);
  d.at(0).does(call("plain"));
  d.at(180_000).does(call("urgent", "water", { priority: 2 }));
  assert.deepEqual(offersIn(d.at(181_000).does(...ready("ana"))), ["plain→ana"]);
});

test("capacity: three chats at once, no call beside a chat, a call beside an e-mail", () => {
  const c = centre([aQueue("water")], [anAgent("ana")]);
  c.does(...ready("ana"));
  const chats = ["a", "b", "c", "d"].map((id) => call(id, "water", { channel: "chat" }));
  assert.deepEqual(offersIn(c.does(...chats)), ["a→ana", "b→ana", "c→ana"]);
  assert.deepEqual(offersIn(c.does(call("voice"))), []);
  const d = centre([aQueue("water")], [anAgent("ana")]);
  d.does(...ready("ana"), call("mail", "water", { channel: "email" }));
  assert.deepEqual(offersIn(d.does(call("voice"))), ["voice→ana"]);
  assert.deepEqual(offersIn(d.does(call("mail-2", "water", { channel: "email" }))), []);
});
