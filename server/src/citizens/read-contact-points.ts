import type { ContactKind, NewContactPoint } from "@vera/contracts/citizens";
import { DomainError } from "../platform/index.ts";
import { type Line, readPhone } from "./read-phone.ts";

/** A contact point in the form the register keeps. */
export interface KnownContactPoint {
  readonly kind: ContactKind;
  readonly value: string;
  readonly line: Line | null;
  readonly label: string | null;
  readonly preferred: boolean;
}

/** Enough to catch what is no address at all; only a message that arrives proves one (RFC 5321 allows far more). */
const EMAIL = /^[^\s@<>()",;:]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;

export function readContactPoints(given: readonly NewContactPoint[]): KnownContactPoint[] {
  const distinct = new Map<string, KnownContactPoint>();
  for (const point of given.map(readContactPoint)) {
    const before = distinct.get(`${point.kind}:${point.value}`);
    distinct.set(`${point.kind}:${point.value}`, before ? joined(before, point) : point);
  }
  return onePreferred([...distinct.values()]);
}

function readContactPoint({ kind, value, label, preferred }: NewContactPoint): KnownContactPoint {
  const rest = { label: label?.trim() || null, preferred: preferred ?? false };
  if (kind === "phone") return { kind, ...readPhoneToKeep(value), ...rest };
  return { kind, value: readEmail(value), line: null, ...rest };
}

function readPhoneToKeep(raw: string): { value: string; line: Line } {
  const reading = readPhone(raw);
  switch (reading.kind) {
    case "national":
      return { value: reading.national, line: reading.line };
    case "foreign":
      return { value: reading.e164, line: "unknown" };
    case "short":
      throw new DomainError("invalid", `${reading.code} is a service number, not a person's phone`, {
        key: "phoneIsService",
        params: { code: reading.code },
      });
    case "without-area":
      throw new DomainError("invalid", "The phone lacks its area code: 342, 3483…", {
        key: "phoneWithoutArea",
      });
    case "none":
      throw new DomainError("invalid", "This is no phone number: check its area code and its digits", {
        key: "phoneNotUnderstood",
      });
  }
}

export function readEmail(raw: string): string {
  const value = raw.trim().toLowerCase();
  if (!EMAIL.test(value)) {
    throw new DomainError("invalid", "This is no e-mail address: name@place.ar", {
      key: "emailNotUnderstood",
    });
  }
  return value;
}

/** The same number once with and once without 9 or 15 is one mobile. */
function joined(one: KnownContactPoint, other: KnownContactPoint): KnownContactPoint {
  const mobile = one.line === "mobile" || other.line === "mobile";
  return {
    ...one,
    line: mobile ? "mobile" : one.line,
    label: one.label ?? other.label,
    preferred: one.preferred || other.preferred,
  };
}

function onePreferred(points: readonly KnownContactPoint[]): KnownContactPoint[] {
  const chosen = points.find((point) => point.preferred);
  return points.map((point) => ({ ...point, preferred: point === chosen }));
}
