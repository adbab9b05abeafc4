import type { SelectOption } from "../../../../shared/ui/select.tsx";

interface Placed {
  id: string;
  parentId: string | null;
  name: string;
}

const INDENT = "\u00a0\u00a0\u00a0\u00a0";

/** Where one may hang in its tree: anywhere but under itself. */
export function parentOptions(all: readonly Placed[], movedId: string | null): SelectOption[] {
  const known = new Set(all.map(({ id }) => id));
  const below = (parentId: string | null, depth: number): SelectOption[] =>
    all
      .filter((one) => (one.parentId !== null && known.has(one.parentId) ? one.parentId : null) === parentId)
      .filter((one) => one.id !== movedId)
      .sort((a, b) => a.name.localeCompare(b.name, "es"))
      .flatMap((one) => [
        { value: one.id, label: `${INDENT.repeat(depth)}${one.name}` },
        ...below(one.id, depth + 1),
      ]);
  return below(null, 0);
}
