import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type LiveCentre, liveCentre } from "../testing/live-centre.ts";

let centre: LiveCentre;
const registered = new Set<string>();
before(async () => {
  centre = await liveCentre();
  await centre.router.telephones.follow((agentId) => registered.has(agentId));
});
after(() => centre.close());

async function offersOf(agentId: string): Promise<number> {
  return Object.keys((await centre.router.desk(agentId)).offers).length;
}

test("a ready agent whose telephone is not registered is offered chats but no calls, until it registers", async () => {
  const { router, queueId } = centre;
  const agentId = await centre.readyAgent("ana");
  const call = await centre.call();
  assert.equal(await offersOf(agentId), 0, "the call waits");
  const chat = await centre.interaction();
  await router.enqueue({ interactionId: chat, queueId, channel: "chat" });
  assert.equal(await offersOf(agentId), 1, "a chat needs no telephone");
  await router.withdraw(chat, "cancelled");

  registered.add(agentId);
  router.telephones.changed(agentId);
  // Decided in the order it was said: what is asked afterwards finds it done.
  await router.tick();
  const [offer] = Object.values((await router.desk(agentId)).offers);
  assert.equal(offer?.interactionId, call);
  await router.withdraw(call, "abandoned");
});

test("a telephone that goes away takes nothing that is in hand, and brings nothing new", async () => {
  const { router } = centre;
  const agentId = await centre.agent("bruno");
  registered.add(agentId);
  router.telephones.changed(agentId);
  await router.agentPresent(agentId);
  await router.setAgentState({ agentId, state: "ready", reason: null });
  for (const other of registered) if (other !== agentId) await router.agentGone(other);
  const first = await centre.call();
  assert.equal(await offersOf(agentId), 1);
  registered.delete(agentId);
  router.telephones.changed(agentId);
  await router.tick();
  assert.equal(await offersOf(agentId), 1, "what was offered stays offered");
  await router.withdraw(first, "abandoned");
  await centre.call();
  assert.equal(await offersOf(agentId), 0);
});
