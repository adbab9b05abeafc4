import type { InteractionId, OfferId, UserId } from "../../platform/index.ts";
import { bridge, hangUp } from "../bridges/call-bridges.ts";
import type { Offer } from "../ports.ts";
import { consultAnswered } from "../transfers/consult.ts";
import type { Voice } from "../voice.ts";
import { addLeg, type Call, type Leg } from "./call-record.ts";
import { connectAgent } from "./connect-agent.ts";
import { dialAgent } from "./dial-agent.ts";
import { showSegment } from "./ribbon.ts";
import { callChanged, callLeftDesk } from "./screens.ts";

/** The offer's own limit comes first; this only ends a ringing that the router forgot. */
const GRACE_SECONDS = 5;
/** After "Atender" the phone must have answered within this, else the line has failed. */
const LIFT_WITHIN_MS = 8_000;

/**
 * An offer was made: the agent's phone rings at once; everything else happens while it does. It may still be on its way into the
 * database: a phone that is lifted is connected once the router's acceptance is durable.
 */
export function ringAgent(voice: Voice, offer: Offer): void {
  const call = voice.calls.byInteraction(offer.interactionId);
  if (!call?.citizen || call.phase === "ended") return void leaveQueue(voice, offer.interactionId);
  const now = voice.platform.clock.now();
  const leftSeconds = Math.ceil((offer.expiresAt.getTime() - now.getTime()) / 1_000);
  const leg = addLeg(
    call,
    { channelId: `offer-${offer.offerId}`, role: "agent", agentId: offer.agentId, offerId: offer.offerId },
    now,
  );
  voice.calls.track(call, leg);
  const dialled = dialAgent(voice, call, { leg, timeoutSeconds: Math.max(1, leftSeconds) + GRACE_SECONDS });
  dialled
    .then(() => prepareTalk(voice, call))
    .catch((err: unknown) => {
      voice.log.warn({ err, offerId: offer.offerId }, "an agent's phone could not be rung");
      voice.legEnded(leg.channelId, { cause: "device" });
    });
  call.queueId = offer.queueId;
  call.queueName = offer.queueName;
  showQueue(call, offer.waitingSince);
  showSegment(call, { kind: "offer", agentId: offer.agentId, startedAt: now });
  void nameAgent(voice, leg);
  callChanged(voice, call);
}

/** "Atender" was pressed, or routing says yes to a lifted phone. The two are connected once the phone is up. */
export async function offerAccepted(
  voice: Voice,
  { interactionId, offerId, agentId }: { interactionId: string; offerId: OfferId; agentId: UserId },
): Promise<void> {
  const call = voice.calls.byInteraction(interactionId);
  const leg = call && legOfOffer(call, offerId);
  if (!call || !leg || leg.agentId !== agentId || leg.accepted) return;
  leg.accepted = true;
  call.contacts.add(agentId);
  callChanged(voice, call);
  if (leg.state === "up") return await connectAgent(voice, call, leg);
  const timer = setTimeout(() => {
    if (leg.state !== "up") voice.legEnded(leg.channelId, { cause: "device" });
  }, LIFT_WITHIN_MS);
  leg.gone.signal.addEventListener("abort", () => clearTimeout(timer));
  timer.unref();
}

/** Declined, expired or withdrawn: the phone stops ringing. */
export async function offerEnded(
  voice: Voice,
  { interactionId, offerId }: { interactionId: string; offerId: OfferId },
): Promise<void> {
  const call = voice.calls.byInteraction(interactionId);
  const leg = call && legOfOffer(call, offerId);
  if (!call || !leg || leg.accepted) return;
  for (const segment of call.segments) {
    if (segment.kind === "offer" && segment.agentId === leg.agentId) {
      segment.endedAt ??= voice.platform.clock.now();
    }
  }
  await hangUp(voice, leg);
}

/** The phone was lifted. Unless the desk said yes already, that is the yes. */
export async function agentLifted(voice: Voice, call: Call, leg: Leg): Promise<void> {
  if (call.consult?.target === leg) return await consultAnswered(voice, call);
  if (leg.accepted) return await connectAgent(voice, call, leg);
  const { offerId, agentId } = leg;
  if (!agentId) return;
  if (!offerId) {
    leg.accepted = true; // a transfer to this person: lifting is the yes
    return await connectAgent(voice, call, leg);
  }
  const won = await voice.ports.routing.acceptOffer({ offerId, agentId });
  if (!won) {
    await hangUp(voice, leg);
    return callLeftDesk(voice, call, agentId);
  }
  if (leg.talkStartedAt) return; // the news of the acceptance was quicker and has connected them
  leg.accepted = true;
  call.contacts.add(agentId);
  await connectAgent(voice, call, leg);
}

/** Not before the INVITE has left, which it would hold up; asked for again, and awaited, when the two are connected. */
function prepareTalk(voice: Voice, call: Call): void {
  if (call.phase !== "ended") void bridge(voice, call, "talk").catch(() => undefined);
}

/** Whoever waits there has no call: they left while our process was away, or it ended before they were written down. */
export async function leaveQueue(voice: Voice, interactionId: InteractionId): Promise<void> {
  try {
    await voice.ports.routing.queue.leave({ interactionId, reason: "abandoned" });
  } catch (err) {
    voice.log.error({ err, interactionId }, "somebody who is gone still waits in a queue");
  }
}

function legOfOffer(call: Call, offerId: OfferId): Leg | undefined {
  for (const leg of call.legs.values()) if (leg.offerId === offerId) return leg;
  return undefined;
}

function showQueue(call: Call, since: Date): void {
  const open = call.segments.find((segment) => segment.kind === "queue" && segment.endedAt === null);
  if (!open) showSegment(call, { kind: "queue", agentId: null, startedAt: since });
}

export async function nameAgent(voice: Voice, leg: Leg): Promise<void> {
  if (leg.agentId) leg.name = await voice.ports.routing.agentName(leg.agentId).catch(() => null); // shown without
}
