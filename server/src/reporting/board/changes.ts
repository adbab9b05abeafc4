export interface Change {
  readonly path: readonly string[];
  /** Undefined: it is gone. */
  readonly value?: unknown;
}

/** Entries have all their fields always, so a field is never missing, only null. */
export function fieldChanges(path: readonly string[], before: object, after: object): Change[] {
  if (before === after) return [];
  const old = new Map<string, unknown>(Object.entries(before));
  return Object.entries(after)
    .filter(([field, value]) => !isSame(old.get(field), value))
    .map(([field, value]) => ({ path: [...path, field], value }));
}

function isSame(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  return typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b);
}
