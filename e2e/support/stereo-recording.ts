import type { RecordingItem, RecordingPage } from "@vera/contracts/voice";
import { containsTone } from "../../server/src/voice/user-agent/tones.ts";
import { parseWav } from "../../server/src/voice/user-agent/wav.ts";
import type { ApiSession } from "./api-session.ts";
import { waitFor } from "./wait-for.ts";

const WINDOW = 1_600;

/** Both sides of a recording, as a supervisor plays it. */
export interface StereoRecording {
  readonly item: RecordingItem;
  readonly citizen: Int16Array;
  readonly agent: Int16Array;
}

/** Waits until the recording of this contact is ready and fetches its sound. */
export async function fetchRecording(
  supervisor: ApiSession,
  interactionId: string,
  timeoutMs = 30_000,
): Promise<StereoRecording> {
  let item: RecordingItem | undefined;
  await waitFor(
    async () => {
      const { body } = await supervisor.get<RecordingPage>(`/recordings?interactionId=${interactionId}`);
      item = body.items[0];
      return item?.status === "ready";
    },
    { timeoutMs, what: () => `a recording that is ready, but ${JSON.stringify(item)}` },
  );
  if (!item) throw new Error("no recording");
  const { channels, rate } = parseWav(await supervisor.download(`/recordings/${item.id}/audio`));
  const [citizen, agent] = channels;
  if (!citizen || !agent || rate !== 8_000) throw new Error("a recording has two sides of 8 kHz");
  return { item, citizen, agent };
}

/** For how many seconds of this side the tone is there. */
export function secondsOfTone(side: Int16Array, hertz: number): number {
  let windows = 0;
  for (let at = 0; at + WINDOW <= side.length; at += WINDOW) {
    if (containsTone(side.subarray(at, at + WINDOW), hertz)) windows += 1;
  }
  return windows * 0.2;
}
