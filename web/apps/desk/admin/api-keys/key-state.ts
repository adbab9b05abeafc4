import type { ApiKey } from "@vera/contracts/identity";

export type KeyState = "active" | "expired" | "revoked";

/** @param now milliseconds since the epoch */
export function keyState(key: Pick<ApiKey, "revokedAt" | "expiresAt">, now: number): KeyState {
  if (key.revokedAt !== null) return "revoked";
  return key.expiresAt !== null && Date.parse(key.expiresAt) <= now ? "expired" : "active";
}
