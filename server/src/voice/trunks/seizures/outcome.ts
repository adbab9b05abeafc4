import type { SeizureOutcome } from "../events.ts";

/** Who is called is busy, silent, or says no: the network did its part, another trunk would fare no better. */
const BY_CAUSE: Readonly<Record<number, SeizureOutcome>> = {
  // ITU-T Q.850
  1: "rejected", // unallocated number
  17: "busy",
  18: "no-answer",
  19: "no-answer",
  21: "rejected",
  22: "rejected", // number changed
  28: "rejected", // incomplete number
};

/** How a seizure that nobody answered ended, from Asterisk's Q.850 cause. */
export function unansweredOutcome({
  cause,
  direction,
  endedByUs,
}: {
  cause: number;
  direction: "inbound" | "outbound";
  /** We took the ringing back: the agent hung up, or it had rung long enough. */
  endedByUs: "cancelled" | "no-answer" | undefined;
}): SeizureOutcome {
  if (endedByUs) return endedByUs;
  const known = BY_CAUSE[cause];
  if (known) return known;
  // 16 before an answer: the caller of an inbound call gave up; a called side that clears so says no.
  if (cause === 16) return direction === "inbound" ? "cancelled" : "rejected";
  return "failed";
}

/** Only a failure of the network is worth another trunk. */
export function worthAnotherTrunk(outcome: SeizureOutcome): boolean {
  return outcome === "failed";
}
