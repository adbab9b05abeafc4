import type { Validity } from "@vera/contracts/knowledge";
import type { VersionRow } from "./store.ts";

/** Whether a text may be told at this moment. Its last day counts whole, in the organism's zone. */
export function validityOf(
  { offeredFrom, offeredUntil }: Pick<VersionRow, "offeredFrom" | "offeredUntil">,
  at: Date,
): Validity {
  if (offeredUntil !== null && at >= offeredUntil) return "expired";
  if (offeredFrom !== null && at < offeredFrom) return "not-yet";
  return "in-force";
}

/** A text that nobody is told yet: written, or waiting for review. */
export function isUnpublished({ state }: VersionRow): boolean {
  return state === "draft" || state === "review";
}
