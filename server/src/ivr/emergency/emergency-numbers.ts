import { readFileSync } from "node:fs";

/**
 * "emergency": somebody is in danger now; "extended": civil defence and the like; "assistance": a help line, day and night;
 * "citizen-service": no emergency, listed so that nobody takes it for one.
 */
export const EMERGENCY_KINDS = ["emergency", "extended", "assistance", "citizen-service"] as const;
export type EmergencyKind = (typeof EMERGENCY_KINDS)[number];
export type EmergencyNumber = { readonly code: string; readonly name: string; readonly kind: EmergencyKind };

/** Codes that hand a caller over from any menu, unless the flow says otherwise. */
export const DEFAULT_CODES = ["911", "107"] as const;

let loaded: readonly EmergencyNumber[] | undefined;

/** The short numbers of the Province of Santa Fe that a flow may hand a caller to. Source and date: numbers.csv, README. */
export function emergencyNumbers(): readonly EmergencyNumber[] {
  loaded ??= readNumbers(readFileSync(new URL("./numbers.csv", import.meta.url), "utf8"));
  return loaded;
}

/** Whether a flow may hand a caller to it as an emergency. */
export function isEmergencyCode(code: string): boolean {
  return emergencyNumbers().some((number) => number.code === code && number.kind !== "citizen-service");
}

function readNumbers(csv: string): EmergencyNumber[] {
  const [, ...lines] = csv.trim().split("\n");
  return lines.map((line) => {
    const [code = "", name = "", kind] = line.split(",");
    const known = EMERGENCY_KINDS.find((candidate) => candidate === kind);
    if (known === undefined) throw new Error(`emergency/numbers.csv: unknown kind in "${line}"`);
    return { code, name, kind: known };
  });
}
