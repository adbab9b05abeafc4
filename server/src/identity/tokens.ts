import { createHash, timingSafeEqual } from "node:crypto";

/** 256 random bits: nothing to guess, so a plain hash is enough to store. */
export const TOKEN_BYTES = 32;

export function tokenHash(token: string): Buffer {
  return createHash("sha256").update(token, "utf8").digest();
}

export function sameHash(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
