import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { many, sql } from "../../platform/index.ts";
import { type LiveCentre, liveCentre } from "../testing/live-centre.ts";
import { type QueueDoor, queueDoor } from "./queue-port.ts";

let centre: LiveCentre;
let door: QueueDoor;
before(async () => {
  centre = await liveCentre({ maxWaiting: 2, wrapUp: { mode: "none", seconds: null, extensions: 0 } });
  door = queueDoor(centre.router);
});
after(() => centre.close());

async function entry(): Promise<Parameters<QueueDoor["enter"]>[0]> {
  return {
    interactionId: await centre.interaction(),
    tenantId: centre.kit.tenantId,
    citizenId: null,
    queueId: centre.queueId,
    priority: 0,
    callerNumber: "+543483555142",
    topic: "Sin agua",
  };
}

async function until<T>(read: () => T | Promise<T>, isDone: (value: T) => boolean): Promise<T> {
  for (;;) {
    const value = await read();
    if (isDone(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

test("a wait ends with the agent's yes, and entering again keeps the place", async () => {
  const { router } = centre;
  const call = await entry();
  const wait = door.enter(call);
  await until(
    () => door.place(call.interactionId),
    (place) => place?.position === 1,
  );
  const again = door.enter(call);
  const agentId = await centre.readyAgent("ana");
  const offer = Object.values((await router.desk(agentId)).offers)[0];
  assert.deepEqual([offer?.caller.number, offer?.topic], ["+543483555142", "Sin agua"]);
  await router.accept({ offerId: offer?.offerId ?? "", agentId });
  assert.deepEqual([await wait, await again], [{ outcome: "answered" }, { outcome: "answered" }]);
  // The flow's patience comes too late: the answer stands.
  await door.leave({ interactionId: call.interactionId, reason: "timeout" });
  assert.equal(Object.keys((await router.desk(agentId)).contacts).length, 1);
  // The person hangs up before both are connected: nothing is left in anybody's hands.
  await door.leave({ interactionId: call.interactionId, reason: "abandoned" });
  assert.equal((await router.desk(agentId)).activity, "idle");
  await router.agentGone(agentId);
});

test("the flow's own patience says timeout; a full queue says overflow at once", async () => {
  const calls = [await entry(), await entry(), await entry()];
  const [first, second, third] = calls.map((call) => ({ call, wait: door.enter(call) }));
  assert.ok(first && second && third);
  assert.deepEqual(await third.wait, { outcome: "overflow" });
  await door.leave({ interactionId: first.call.interactionId, reason: "timeout" });
  assert.deepEqual(await first.wait, { outcome: "timeout" });
  await door.leave({ interactionId: second.call.interactionId, reason: "left" });
  assert.deepEqual(await second.wait, { outcome: "left" });
});

test("a callback keeps the place, is offered in it, tried again when nobody answers, and done when they talked", async () => {
  const { router, kit } = centre;
  const call = await entry();
  const later = await entry();
  const wait = door.enter(call);
  await until(
    () => door.place(call.interactionId),
    (place) => place !== null,
  );
  const other = door.enter(later);
  await until(
    () => door.place(later.interactionId),
    (place) => place !== null,
  );
  assert.equal(await door.keepPlace({ interactionId: call.interactionId, number: "+543483555999" }), "kept");
  assert.deepEqual(await wait, { outcome: "callback" });
  const agentId = await centre.readyAgent("ana");
  const take = async (): Promise<{ interactionId: string; callbackId: string }> => {
    const offer = Object.values((await router.desk(agentId)).offers)[0];
    assert.equal(offer?.kind, "callback", "the callback stands before the later call");
    assert.equal(offer.caller.number, "+543483555999");
    await router.accept({ offerId: offer.offerId, agentId });
    return { interactionId: offer.interactionId, callbackId: offer.callbackId ?? "" };
  };
  const first = await take();
  await door.leave({ interactionId: later.interactionId, reason: "abandoned" });
  await other;
  await router.contactEnded({ agentId, interactionId: first.interactionId });
  await centre.settle();
  const state = async (): Promise<unknown> =>
    (
      await kit.system((ctx) =>
        many(ctx, sql`select state, attempts from routing.callback_request where id = ${first.callbackId}`),
      )
    )[0];
  assert.deepEqual(await state(), { state: "waiting", attempts: 1 });
  kit.clock.advance(15 * 60);
  await router.tick();
  await router.agentPresent(agentId);
  const second = await take();
  await router.connected({ agentId, interactionId: second.interactionId });
  await router.contactEnded({ agentId, interactionId: second.interactionId });
  await centre.settle();
  assert.deepEqual(await state(), { state: "done", attempts: 2 });
  await router.agentGone(agentId);
});

test("asking twice for one call changes the number and makes no second callback", async () => {
  const wish = { ...(await entry()), number: "+543483555001" };
  assert.equal(await door.request(wish), "accepted");
  assert.equal(await door.request({ ...wish, number: "+543483555002" }), "accepted");
  const rows = await centre.kit.system((ctx) =>
    many<{ phone: string }>(
      ctx,
      sql`select phone from routing.callback_request where from_interaction_id = ${wish.interactionId}`,
    ),
  );
  assert.deepEqual(rows, [{ phone: "+543483555002" }]);
});
