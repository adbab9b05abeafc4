import { DomainError, type ErrorCode } from "../../platform/index.ts";
import type { Decision, RefusalCode } from "../engine/decisions.ts";

const CODES: Record<RefusalCode, { readonly code: ErrorCode; readonly key: string }> = {
  "unknown-queue": { code: "not-found", key: "queueNotFound" },
  "queue-closed": { code: "conflict", key: "queueClosed" },
  "unknown-agent": { code: "not-found", key: "agentNotFound" },
  "unknown-interaction": { code: "not-found", key: "notWaiting" },
  "already-queued": { code: "conflict", key: "alreadyWaiting" },
  "offer-gone": { code: "conflict", key: "offerGone" },
  "not-your-offer": { code: "not-found", key: "offerGone" },
  "no-contact": { code: "not-found", key: "noContact" },
  "already-on-contact": { code: "conflict", key: "alreadyOnContact" },
  "no-room": { code: "conflict", key: "noRoom" },
  "no-wrap-up": { code: "not-found", key: "noWrapUp" },
  "disposition-missing": { code: "conflict", key: "dispositionMissing" },
  "no-extension-left": { code: "conflict", key: "noExtensionLeft" },
};

export function refusalIn(
  decisions: readonly Decision[],
): Extract<Decision, { kind: "refused" }> | undefined {
  return decisions.find((decision) => decision.kind === "refused");
}

/** What the engine refused becomes an error that the reader can act on. */
export function throwRefusal(decisions: readonly Decision[]): void {
  const refused = refusalIn(decisions);
  if (!refused) return;
  const { code, key } = CODES[refused.code];
  throw new DomainError(code, refused.message, { key });
}
