import { isGone } from "../ari/ari-error.ts";
import type { Call, Leg } from "../calls/call-record.ts";
import type { Voice } from "../voice.ts";

type Purpose = "talk" | "hold";

/** Names that a restarted process understands. */
export function bridgeId(call: Pick<Call, "interactionId">, purpose: Purpose): string {
  return `${purpose}-${call.interactionId}`;
}

/** Made once per call; whoever needs it at the same time shares the request. */
export function bridge(voice: Voice, call: Call, purpose: Purpose): Promise<string> {
  const existing = call.bridges.get(purpose);
  if (existing !== undefined) return existing;
  const made = purpose === "talk" ? makeTalk(voice, call) : makeHold(voice, call);
  call.bridges.set(purpose, made);
  made.catch(() => call.bridges.delete(purpose));
  return made;
}

async function makeTalk(voice: Voice, call: Call): Promise<string> {
  const id = bridgeId(call, "talk");
  await voice.ari.call("POST /bridges", { type: "mixing", bridgeId: id, name: id });
  return id;
}

/** A holding bridge plays music by itself: the person hears it although our process dies. */
async function makeHold(voice: Voice, call: Call): Promise<string> {
  const id = bridgeId(call, "hold");
  await voice.ari.call("POST /bridges", { type: "holding", bridgeId: id, name: id });
  await voice.ari.call("POST /bridges/{bridgeId}/moh", { bridgeId: id });
  return id;
}

/** They hear each other from here on. A leg in another bridge moves over in the same request. */
export async function putInTalk(voice: Voice, call: Call, legs: readonly Leg[]): Promise<void> {
  const id = await bridge(voice, call, "talk");
  await voice.ari.call("POST /bridges/{bridgeId}/addChannel", {
    bridgeId: id,
    channel: legs.map((leg) => leg.channelId),
    // Else the citizen's phone is told the agent's name and number.
    inhibitConnectedLineUpdates: true,
  });
  const now = voice.platform.clock.now();
  for (const leg of legs) {
    leg.place = "talk";
    if (leg.role !== "citizen") leg.talkStartedAt ??= now;
  }
}

export async function putOnHold(voice: Voice, call: Call, leg: Leg): Promise<void> {
  const id = await bridge(voice, call, "hold");
  await voice.ari.call("POST /bridges/{bridgeId}/addChannel", { bridgeId: id, channel: leg.channelId });
  leg.place = "hold";
}

/** Back to what the flow or a queue treatment plays. */
export async function takeOutOfBridge(voice: Voice, call: Call, leg: Leg): Promise<void> {
  if (leg.place === "flow") return;
  const id = await bridge(voice, call, leg.place);
  await ignoringGone(
    voice.ari.call("POST /bridges/{bridgeId}/removeChannel", { bridgeId: id, channel: leg.channelId }),
  );
  leg.place = "flow";
}

export async function destroyBridges(voice: Voice, call: Call): Promise<void> {
  const made = [...call.bridges.values()];
  call.bridges.clear();
  for (const pending of made) {
    const id = await pending.catch(() => undefined); // never made: nothing to destroy
    if (id) await ignoringGone(voice.ari.call("DELETE /bridges/{bridgeId}", { bridgeId: id }));
  }
}

/** Hangs up; ends normally when the other side was quicker. */
export async function hangUp(
  voice: Voice,
  leg: Pick<Leg, "channelId" | "expectedToEnd">,
  reason: "normal" | "busy" | "congestion" | "rejected" | "answered_elsewhere" = "normal",
): Promise<void> {
  leg.expectedToEnd = true;
  await ignoringGone(voice.ari.call("DELETE /channels/{channelId}", { channelId: leg.channelId, reason }));
}

export async function ignoringGone(request: Promise<unknown>): Promise<void> {
  try {
    await request;
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}
