/**
 * A live list keeps its order while a hand or the focus is inside: rows that stay keep their places, new ones go
 * to the end, gone ones leave. Elsewhere the wanted order rules.
 */
export function steadyOrder(previous: readonly string[], wanted: readonly string[]): string[] {
  const present = new Set(wanted);
  const kept = previous.filter((id) => present.has(id));
  const known = new Set(kept);
  return [...kept, ...wanted.filter((id) => !known.has(id))];
}
