import { DomainError } from "../../platform/index.ts";
import type { Voice } from "../voice.ts";
import type { Call, Leg } from "./call-record.ts";
import { callChanged } from "./screens.ts";

/** Nobody hears the agent; the agent hears everybody. */
export async function mute(
  voice: Voice,
  { call, leg, on }: { call: Call; leg: Leg; on: boolean },
): Promise<void> {
  if (leg.state !== "up")
    throw new DomainError("conflict", "Your phone is not connected yet", { key: "notTalking" });
  if (leg.muted === on) return;
  const params = { channelId: leg.channelId, direction: "in" } as const;
  if (on) await voice.ari.call("POST /channels/{channelId}/mute", params);
  else await voice.ari.call("DELETE /channels/{channelId}/mute", params);
  leg.muted = on;
  callChanged(voice, call);
}
