import { isIPv6 } from "node:net";

/** How a bucket of failures locks: the first `free` cost nothing, then each doubles the wait up to `maxSeconds`. */
export interface ThrottleRule {
  readonly free: number;
  readonly baseSeconds: number;
  readonly maxSeconds: number;
}

/** Failures older than this are forgotten. */
export const FORGET_SECONDS = 30 * 60;

/**
 * pair: one address guessing at one account. ip: one address guessing at many accounts. account: many addresses
 * guessing at one account; short, for it also holds up its owner in a new browser. device: a browser in which the
 * owner signed in before, the only bucket that counts there: others' guesses do not keep them out.
 */
export const RULES = {
  pair: { free: 5, baseSeconds: 2, maxSeconds: 900 },
  ip: { free: 30, baseSeconds: 2, maxSeconds: 900 },
  account: { free: 10, baseSeconds: 1, maxSeconds: 300 },
  device: { free: 10, baseSeconds: 2, maxSeconds: 900 },
} as const satisfies Record<string, ThrottleRule>;
export type BucketKind = keyof typeof RULES;

export interface Bucket {
  readonly kind: BucketKind;
  readonly key: string;
}

/** Seconds of waiting after the `failures`-th failure in a row. */
export function lockSeconds({ free, baseSeconds, maxSeconds }: ThrottleRule, failures: number): number {
  if (failures < free) return 0;
  return Math.min(maxSeconds, baseSeconds * 2 ** Math.min(failures - free, 30));
}

/** Always in the same order, so that two attempts at once do not lock each other out in the database. */
export function bucketsOf({
  username,
  ip,
  deviceHash,
}: {
  username: string;
  ip: string;
  deviceHash: string | undefined;
}): Bucket[] {
  if (deviceHash) return [{ kind: "device", key: `device|${deviceHash}` }];
  const network = networkOf(ip);
  return [
    { kind: "account", key: `account|${username}` },
    { kind: "ip", key: `ip|${network}` },
    { kind: "pair", key: `pair|${network}|${username}` },
  ];
}

/** Whoever has one IPv6 address has its whole /64. */
export function networkOf(ip: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(ip)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(ip)) return ip;
  const [head = "", tail = ""] = ip.split("::");
  const before = head ? head.split(":") : [];
  const after = tail ? tail.split(":") : [];
  const zeros = ip.includes("::") ? Array<string>(8 - before.length - after.length).fill("0") : [];
  const groups = [...before, ...zeros, ...after]
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16));
  return `${groups.join(":")}::/64`;
}
