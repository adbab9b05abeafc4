import { ignoringGone } from "../bridges/call-bridges.ts";
import type { Leg } from "../calls/call-record.ts";
import type { Voice } from "../voice.ts";

/** The tone is a file of one cadence (1 s on, 4 s off, ITU-T E.180 for Argentina); this many are two minutes. */
const CADENCES = 24;

/** The agent hears that the other side rings; also inside a bridge. */
export async function startRingback(voice: Voice, leg: Leg): Promise<void> {
  const { channelId } = leg;
  await ignoringGone(
    voice.ari.call("POST /channels/{channelId}/play/{playbackId}", {
      channelId,
      playbackId: playbackOf(channelId),
      media: Array.from({ length: CADENCES }, () => `sound:${voice.sounds.ringback}`),
    }),
  );
}

export async function stopRingback(voice: Voice, leg: Leg): Promise<void> {
  await ignoringGone(
    voice.ari.call("DELETE /playbacks/{playbackId}", { playbackId: playbackOf(leg.channelId) }),
  );
}

function playbackOf(channelId: string): string {
  return `ringback-${channelId}`;
}
