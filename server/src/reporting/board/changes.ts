export interface Change {
  readonly path: readonly string[];
  /** Undefined: it is gone. */
  readonly value?: unknown;
}

/** What turns one map of entries into another: whole entries that are new, single fields that changed, entries gone. */
export function changesOf(
  name: string,
  before: Readonly<Record<string, object>>,
  after: Readonly<Record<string, object>>,
): Change[] {
  const changes: Change[] = [];
  for (const id of Object.keys(before)) if (!(id in after)) changes.push({ path: [name, id] });
  for (const [id, entry] of Object.entries(after)) {
    const old = before[id];
    if (old === undefined) changes.push({ path: [name, id], value: entry });
    else changes.push(...fieldChanges([name, id], old, entry));
  }
  return changes;
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
