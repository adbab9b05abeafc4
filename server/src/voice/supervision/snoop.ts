import { ignoringGone } from "../bridges/call-bridges.ts";
import type { Voice } from "../voice.ts";
import type { SupervisionRecord } from "./supervision-record.ts";

const STARTS_WITHIN_MS = 3_000;

/** A tap on the agent's line. With "whisper" what is said into it reaches the agent's ear, and no recording. */
export async function makeSnoop(
  voice: Voice,
  record: SupervisionRecord,
  mode: "listen" | "whisper",
): Promise<string> {
  record.snoops += 1;
  const snoopId = `${record.phoneChannelId}-snoop${record.snoops}`;
  // Asterisk refuses a made channel in a bridge before it has told of its start.
  const started = voice.ari.waitFor("StasisStart", ({ channel }) => channel.id === snoopId, STARTS_WITHIN_MS);
  await voice.ari.call("POST /channels/{channelId}/snoop/{snoopId}", {
    channelId: record.agent.channelId,
    snoopId,
    spy: "both",
    whisper: mode === "whisper" ? "out" : "none",
    app: voice.ari.app,
    appArgs: "snoop",
  });
  await started;
  return snoopId;
}

export async function removeSnoop(voice: Voice, snoopId: string): Promise<void> {
  await ignoringGone(voice.ari.call("DELETE /channels/{channelId}", { channelId: snoopId }));
}
