import type { CallsState } from "@vera/contracts/voice";
import type { UserId } from "../../platform/index.ts";
import type { Voice } from "../voice.ts";
import { agentLegs, type Call, type Leg } from "./call-record.ts";
import { liveCallOf } from "./live-call.ts";
import { saveCall } from "./save-call.ts";

export const CALLS_TOPIC = "calls";
/** How long an ended call stays on the desk, so that the reason can be read; the wrap-up itself is topic `agent`. */
const ENDED_SHOWN_MS = 4_000;

/** To be called after every change of a call: tells the desks of its agents, and keeps what a restart needs. */
export function callChanged(voice: Voice, call: Call): void {
  const now = voice.platform.clock.now();
  for (const leg of agentLegs(call)) show(voice, call, leg, now);
  saveCall(voice, call);
}

/** The agent's part is over: the reason is shown for some seconds, then the call leaves the desk. */
export function callLeftDesk(voice: Voice, call: Call, agentId: UserId): void {
  const path = ["calls", call.interactionId];
  patch(voice, agentId, [...path, "status"], "ended");
  patch(voice, agentId, [...path, "endReason"], call.endReason ?? "left");
  const removal = setTimeout(() => {
    const again = voice.calls.ofAgent(agentId).some((mine) => mine.call.interactionId === call.interactionId);
    if (!again) patch(voice, agentId, path, undefined);
  }, ENDED_SHOWN_MS);
  removal.unref();
}

export function patch(voice: Voice, userId: UserId, path: string[], value: unknown): void {
  voice.platform.realtime.patch(CALLS_TOPIC, userId, [{ path, value }]);
}

export function callsStateOf(voice: Voice, userId: UserId): CallsState {
  const now = voice.platform.clock.now();
  const mine = voice.calls.ofAgent(userId);
  return {
    calls: Object.fromEntries(mine.map(({ call, leg }) => [call.interactionId, liveCallOf(call, leg, now)])),
    supervision: voice.supervisions.viewOf(userId),
    phone: { registered: voice.phones.isRegistered(userId) },
  };
}

function show(voice: Voice, call: Call, leg: Leg, now: Date): void {
  if (leg.agentId) patch(voice, leg.agentId, ["calls", call.interactionId], liveCallOf(call, leg, now));
}

export function callsTopic(voice: Voice): void {
  voice.platform.realtime.topic({
    name: CALLS_TOPIC,
    permission: "signed-in",
    coalesceMs: 0,
    snapshot: (_ctx, userId) => Promise.resolve(callsStateOf(voice, userId as UserId)),
  });
}
