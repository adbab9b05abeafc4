import { setTimeout as sleep } from "node:timers/promises";
import type { Leg } from "../calls/call-record.ts";

/** Asterisk tells of the end of a sound or a recording first, and of the hang-up that ended it moments later. */
const HANG_UP_IS_TOLD_WITHIN_MS = 1_000;

/** Whether the person of this leg has left; for a sound or recording that ended for no reason of ours. */
export async function leftMeanwhile({ gone }: Pick<Leg, "gone">): Promise<boolean> {
  if (!gone.signal.aborted) {
    await sleep(HANG_UP_IS_TOLD_WITHIN_MS, undefined, { signal: gone.signal, ref: false }).catch(
      () => undefined,
    );
  }
  return gone.signal.aborted;
}
