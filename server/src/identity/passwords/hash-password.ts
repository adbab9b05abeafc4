import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from "node:crypto";
import { promisify } from "node:util";
import type { HashLane } from "./hash-lane.ts";

const argon2 = promisify(argon2Callback);

/** OWASP Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. `memory` in KiB. */
const COST = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const SALT_BYTES = 16;
const HASH_BYTES = 32;

interface StoredHash {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly salt: Buffer;
  readonly hash: Buffer;
}

/** A PHC string: `$argon2id$v=19$m=19456,t=2,p=1$<salt>$<hash>`. */
export async function hashPassword(lane: HashLane, password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES);
  const hash = await lane.run(() => derive(password, { ...COST, salt, length: HASH_BYTES }));
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`;
}

/** Compares in constant time. An unreadable stored hash is a bug or damage: it throws. */
export async function verifyPassword(lane: HashLane, password: string, stored: string): Promise<boolean> {
  const { hash, ...cost } = parse(stored);
  const derived = await lane.run(() => derive(password, { ...cost, length: hash.length }));
  return timingSafeEqual(derived, hash);
}

/** True where the stored hash was made with a lower cost than today's. */
export function needsRehash(stored: string): boolean {
  const { memory, passes, parallelism } = parse(stored);
  return memory < COST.memory || passes < COST.passes || parallelism !== COST.parallelism;
}

async function derive(
  password: string,
  cost: { memory: number; passes: number; parallelism: number; salt: Buffer; length: number },
): Promise<Buffer> {
  return await argon2("argon2id", {
    // NFKC: the same password typed on another keyboard is the same (NIST SP 800-63B 3.1.1.2).
    message: Buffer.from(password.normalize("NFKC"), "utf8"),
    nonce: cost.salt,
    memory: cost.memory,
    passes: cost.passes,
    parallelism: cost.parallelism,
    tagLength: cost.length,
  });
}

function parse(stored: string): StoredHash {
  const match = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (!match) throw new Error("A stored password hash is not argon2id in PHC form");
  const [, memory, passes, parallelism, salt = "", hash = ""] = match;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    salt: Buffer.from(salt, "base64"),
    hash: Buffer.from(hash, "base64"),
  };
}

function base64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}
