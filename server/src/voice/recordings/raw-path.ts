import { join } from "node:path";
import type { Voice } from "../voice.ts";

/** Where the dialplan lets MixMonitor write the sound of a citizen's channel. */
export function rawPathOf(voice: Pick<Voice, "recordingsDirectory">, channelId: string): string {
  return join(voice.recordingsDirectory, `${channelId}.raw`);
}
