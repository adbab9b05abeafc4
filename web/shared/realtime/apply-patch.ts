/** One step of a patch: set the value at `path`, or delete it when there is no value. */
export interface PatchOp {
  path: readonly string[];
  value?: unknown;
}

/**
 * Applies the steps without touching the old state, so that React sees what changed and only that. Missing
 * parents are made; deleting what is not there changes nothing.
 */
export function applyPatch<State>(state: State, ops: readonly PatchOp[]): State {
  return ops.reduce<unknown>((current, op) => setAt(current, op.path, op.value), state) as State;
}

function setAt(node: unknown, path: readonly string[], value: unknown): unknown {
  const [head, ...rest] = path;
  if (head === undefined) return value;
  if (Array.isArray(node)) return setInArray(node, head, rest, value);
  const record = isRecord(node) ? node : {};
  if (rest.length === 0 && value === undefined) return without(record, head);
  // A deletion below a parent that does not exist must not create the parent.
  if (value === undefined && !(head in record)) return node;
  return { ...record, [head]: setAt(record[head], rest, value) };
}

function setInArray(
  list: readonly unknown[],
  head: string,
  rest: readonly string[],
  value: unknown,
): unknown {
  const index = head === "-" ? list.length : Number(head);
  if (!Number.isInteger(index) || index < 0) return list;
  if (rest.length === 0 && value === undefined) return list.filter((_, position) => position !== index);
  const copy = [...list];
  copy[index] = setAt(copy[index], rest, value);
  return copy;
}

function without(record: Record<string, unknown>, key: string): Record<string, unknown> {
  if (!(key in record)) return record;
  const { [key]: _gone, ...kept } = record;
  return kept;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
