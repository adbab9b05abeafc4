import { DomainError } from "../../platform/index.ts";
import type { Voice } from "../voice.ts";
import { type Call, type Leg, talking } from "./call-record.ts";

/** Milliseconds: long enough for every exchange, short enough to type a document number. */
const TONE_MS = 120;
const BETWEEN_MS = 80;

/** Keys for the machine at the other end: of the consulted one while there is a consultation, else of the citizen. */
export async function pressKeys(
  voice: Voice,
  { call, leg, keys }: { call: Call; leg: Leg; keys: string },
): Promise<void> {
  const listeners = talking(call).filter((other) => other.role !== "agent");
  if (leg.state !== "up" || listeners.length === 0) {
    throw new DomainError("conflict", "Nobody outside is connected to hear the keys", { key: "notTalking" });
  }
  await Promise.all(
    listeners.map(({ channelId }) =>
      voice.ari.call("POST /channels/{channelId}/dtmf", {
        channelId,
        dtmf: keys,
        duration: TONE_MS,
        between: BETWEEN_MS,
      }),
    ),
  );
}
