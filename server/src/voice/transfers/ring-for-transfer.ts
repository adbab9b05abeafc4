import type { UserId } from "../../platform/index.ts";
import { addLeg, type Call } from "../calls/call-record.ts";
import { dialAgent } from "../calls/dial-agent.ts";
import { callChanged } from "../calls/screens.ts";
import type { Voice } from "../voice.ts";

const RING_SECONDS = 20;

/** A person is to take the citizen without an offer: by a transfer, or because their own transfer failed. */
export async function ringForTransfer(voice: Voice, call: Call, agentId: UserId): Promise<void> {
  const name = await voice.ports.routing.agentName(agentId);
  const given = { channelId: `to-${voice.platform.ids.uuid()}`, role: "agent", agentId, name } as const;
  const leg = addLeg(call, given, voice.platform.clock.now());
  voice.calls.track(call, leg);
  callChanged(voice, call);
  try {
    await dialAgent(voice, call, { leg, timeoutSeconds: RING_SECONDS });
  } catch (err) {
    voice.log.warn({ err, interactionId: call.interactionId }, "a phone could not be rung for a transfer");
    voice.legEnded(leg.channelId, { cause: "device" });
  }
}
