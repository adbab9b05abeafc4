import type { ConsultTarget } from "@vera/contracts/voice";
import { DomainError, type UserId } from "../../platform/index.ts";
import { hangUp, putInTalk, putOnHold } from "../bridges/call-bridges.ts";
import { contactStarted } from "../calls/agent-left.ts";
import { addLeg, agentLeg, type Call, type Consultation, type Leg, talking } from "../calls/call-record.ts";
import { dialAgent } from "../calls/dial-agent.ts";
import { dismissAgent } from "../calls/dismiss-agent.ts";
import { beginSegment } from "../calls/ribbon.ts";
import { callChanged } from "../calls/screens.ts";
import type { Voice } from "../voice.ts";
import { endConsult } from "./consult-ended.ts";
import { startRingback, stopRingback } from "./ringback.ts";

const RING_SECONDS = 25;

/** The agent asks a colleague, or a number outside, while the citizen hears music. */
export async function startConsult(
  voice: Voice,
  { call, leg, to }: { call: Call; leg: Leg; to: ConsultTarget },
): Promise<void> {
  const { citizen } = call;
  const { agentId } = leg;
  if (!citizen || !agentId || !leg.talkStartedAt) throw notTalking();
  if (call.consult)
    throw new DomainError("conflict", "A consultation is under way; end it first", {
      key: "consultUnderWay",
    });
  if (talking(call).length > 2) {
    throw new DomainError("conflict", "Three people talk already; leave the conference first", {
      key: "inConference",
    });
  }
  const consult =
    to.kind === "agent"
      ? await reserveColleague(voice, call, { asker: leg, agentId: to.agentId as UserId })
      : await reserveNumber(voice, call, { agentId, number: to.number });
  call.consult = consult;
  await putOnHold(voice, call, citizen);
  beginSegment(voice, call, { kind: "consult", agentId });
  callChanged(voice, call);
  await startRingback(voice, leg);
  if (to.kind === "agent") await ringColleague(voice, call, consult);
  else void dialNumber(voice, call, consult);
}

export function notTalking(): DomainError {
  return new DomainError("conflict", "This is possible only while you talk with the citizen", {
    key: "notTalking",
  });
}

async function reserveColleague(
  voice: Voice,
  call: Call,
  { asker, agentId }: { asker: Leg; agentId: UserId },
): Promise<Consultation> {
  if (agentId === asker.agentId) throw new DomainError("invalid", "You cannot consult yourself");
  mustHavePhone(voice, agentId);
  await contactStarted(voice, call, { agentId, kind: "incoming" });
  const name = await voice.ports.routing.agentName(agentId);
  const now = voice.platform.clock.now();
  const channelId = `consult-${voice.platform.ids.uuid()}`;
  const target = addLeg(call, { channelId, role: "agent", agentId, name, accepted: true }, now);
  voice.calls.track(call, target);
  return consultation(asker.agentId as UserId, { target, peer: { name, number: null }, startedAt: now });
}

async function reserveNumber(
  voice: Voice,
  call: Call,
  { agentId, number }: { agentId: UserId; number: string },
): Promise<Consultation> {
  const { e164 } = await voice.outbound.check({ tenantId: call.tenantId, number });
  const startedAt = voice.platform.clock.now();
  return consultation(agentId, { target: null, peer: { name: null, number: e164 }, startedAt });
}

function consultation(
  byAgentId: UserId,
  given: Pick<Consultation, "target" | "peer" | "startedAt">,
): Consultation {
  return { byAgentId, status: "ringing", stop: new AbortController(), ...given };
}

export function mustHavePhone(voice: Voice, agentId: UserId): void {
  if (voice.phones.isRegistered(agentId)) return;
  throw new DomainError("conflict", "That agent has no telephone connected now", {
    key: "agentWithoutPhone",
  });
}

async function ringColleague(voice: Voice, call: Call, consult: Consultation): Promise<void> {
  const { target } = consult;
  if (!target) return;
  try {
    await dialAgent(voice, call, { leg: target, timeoutSeconds: RING_SECONDS });
  } catch (err) {
    voice.log.warn({ err, interactionId: call.interactionId }, "a colleague's phone could not be rung");
    voice.legEnded(target.channelId, { cause: "device" });
  }
}

async function dialNumber(voice: Voice, call: Call, consult: Consultation): Promise<void> {
  try {
    const answer = await voice.outbound.dial({
      tenantId: call.tenantId,
      interactionId: call.interactionId,
      number: consult.peer.number ?? "",
      showNumber: null,
      purpose: "transfer",
      timeoutSeconds: RING_SECONDS,
      signal: consult.stop.signal,
    });
    if (answer.status === "answered") return await numberAnswered(voice, call, consult, answer.channelId);
  } catch (err) {
    voice.log.warn({ err, interactionId: call.interactionId }, "a consulted number could not be dialled");
  }
  if (call.consult === consult) await endConsult(voice, call);
}

async function numberAnswered(
  voice: Voice,
  call: Call,
  consult: Consultation,
  channelId: string,
): Promise<void> {
  const { number } = consult.peer;
  const given = { channelId, role: "outside", number, state: "up", accepted: true } as const;
  if (call.consult !== consult || call.phase === "ended") {
    return await hangUp(voice, { channelId, expectedToEnd: true });
  }
  consult.target = addLeg(call, given, voice.platform.clock.now());
  voice.calls.track(call, consult.target);
  await consultAnswered(voice, call);
}

/** The consulted one is on the line: agent and colleague hear each other, the citizen hears music. */
export async function consultAnswered(voice: Voice, call: Call): Promise<void> {
  const { consult } = call;
  if (!consult?.target || consult.status !== "ringing") return;
  const asker = agentLeg(call, consult.byAgentId);
  if (asker) await stopRingback(voice, asker);
  await putInTalk(voice, call, [consult.target]);
  consult.status = "talk";
  consult.startedAt = voice.platform.clock.now();
  const { agentId } = consult.target;
  if (agentId) {
    call.talkers.set(agentId, consult.target.name);
    beginSegment(voice, call, { kind: "consult", agentId });
    const contact = { agentId, interactionId: call.interactionId };
    void voice.ports.routing.connected(contact).catch((err: unknown) => {
      voice.log.error({ err, ...contact }, "the router was not told of a consultation");
    });
  }
  callChanged(voice, call);
}

/** "Unir": the citizen comes in, and the three talk. */
export async function joinConsult(voice: Voice, call: Call, leg: Leg): Promise<void> {
  const consult = mine(call, leg);
  if (consult.status === "joined") return;
  const target = mustTalk(consult);
  if (!call.citizen) throw notTalking();
  await putInTalk(voice, call, [call.citizen]);
  consult.status = "joined";
  for (const { agentId } of [leg, target]) if (agentId) beginSegment(voice, call, { kind: "talk", agentId });
  callChanged(voice, call);
}

/** "Transferir" after asking: the citizen stays with the colleague, the agent leaves. */
export async function completeConsult(voice: Voice, call: Call, leg: Leg): Promise<void> {
  const consult = mine(call, leg);
  const target = mustTalk(consult);
  if (!call.citizen) throw notTalking();
  await handOver(voice, call, target);
  await dismissAgent(voice, call, leg);
}

/** The citizen now belongs to the one who was asked. */
async function handOver(voice: Voice, call: Call, target: Leg): Promise<void> {
  const { citizen } = call;
  if (!citizen) return;
  await putInTalk(voice, call, [citizen]);
  call.consult = null;
  if (target.agentId) beginSegment(voice, call, { kind: "talk", agentId: target.agentId });
  else call.plannedEnd = "transferred-out";
}

/** "Volver": the consultation ends, the citizen is back with the agent. */
export async function cancelConsult(voice: Voice, call: Call, leg: Leg): Promise<void> {
  mine(call, leg);
  await endConsult(voice, call);
  if (!call.citizen || !leg.agentId) return;
  if (call.citizen.place === "hold") {
    await putInTalk(voice, call, [call.citizen]);
    beginSegment(voice, call, { kind: "talk", agentId: leg.agentId });
  }
  callChanged(voice, call);
}

function mine(call: Call, leg: Leg): Consultation {
  const { consult } = call;
  if (consult && consult.byAgentId === leg.agentId) return consult;
  throw new DomainError("conflict", "There is no consultation of yours on this call", { key: "noConsult" });
}

function mustTalk(consult: Consultation): Leg {
  if (consult.target && consult.status !== "ringing") return consult.target;
  throw new DomainError("conflict", "The other side has not answered yet", { key: "consultRinging" });
}
