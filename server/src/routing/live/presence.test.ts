import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Peer } from "../../platform/realtime/room.ts";
import { type LiveCentre, liveCentre } from "../testing/live-centre.ts";

let centre: LiveCentre;
before(async () => {
  centre = await liveCentre();
});
after(() => centre.close());

/** A screen of the agent: what the realtime door does for a browser. */
async function openScreen(agentId: string): Promise<{ frames: unknown[]; vanish: () => void }> {
  const { realtime } = centre.kit.platform;
  const principal = centre.kit.principal({
    permissions: ["interaction.handle", "agent.state"],
    userId: agentId,
  });
  const frames: unknown[] = [];
  const peer: Peer = {
    scope: [centre.kit.tenantId],
    send: (frame) => void frames.push(JSON.parse(String(frame))),
  };
  const connection = { principal, close: () => undefined };
  realtime.connected(connection);
  const leave = await realtime.subscribe(peer, principal, "agent", "me");
  return {
    frames,
    vanish: () => {
      leave();
      realtime.disconnected(connection);
    },
  };
}

test("an open desk gets its offer as a patch; when the tab dies the call is at another's within 15 s", async () => {
  const { router, kit } = centre;
  const ana = await centre.agent("ana");
  const screen = await openScreen(ana);
  await router.setAgentState({ agentId: ana, state: "ready", reason: null });
  const interactionId = await centre.call();
  const patches = screen.frames as {
    type: string;
    ops?: { path: string[]; value: Record<string, { interactionId: string }> }[];
  }[];
  assert.ok(patches.some(({ type }) => type === "snapshot"));
  const offered = patches.flatMap(({ ops }) => ops ?? []).findLast(({ path }) => path[0] === "offers");
  assert.deepEqual(
    Object.values(offered?.value ?? {}).map((offer) => offer.interactionId),
    [interactionId],
  );

  screen.vanish();
  const bea = await centre.readyAgent("bea");
  assert.deepEqual((await router.desk(bea)).offers, {}, "the offer may still be taken for a moment");
  // The realtime door notices a vanished tab within 10 s; from there on 4.5 s of grace.
  kit.clock.advance(4.5);
  await router.tick();
  assert.equal(Object.values((await router.desk(bea)).offers)[0]?.interactionId, interactionId);
  const gone = await router.desk(ana);
  assert.deepEqual([gone.state, gone.reason?.code, gone.present], ["offline", "connection-lost", false]);
  await router.withdraw(interactionId, "abandoned");
  await router.agentGone(bea);
});

test("a page loaded again in time changes nothing", async () => {
  const { router, kit } = centre;
  const ana = await centre.agent("ana");
  const first = await openScreen(ana);
  await router.setAgentState({ agentId: ana, state: "ready", reason: null });
  first.vanish();
  kit.clock.advance(3);
  const second = await openScreen(ana);
  kit.clock.advance(3);
  await router.tick();
  assert.equal((await router.desk(ana)).state, "ready");
  const interactionId = await centre.call();
  assert.equal(Object.values((await router.desk(ana)).offers)[0]?.interactionId, interactionId);
  second.vanish();
  await router.withdraw(interactionId, "abandoned");
});
