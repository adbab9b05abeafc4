/** People keep the place they were given; who is new comes after them, by name. */
export function roomOrder(
  saved: readonly string[],
  people: readonly { id: string; name: string }[],
  locale: string,
): string[] {
  const present = new Set(people.map(({ id }) => id));
  const placed = saved.filter((id) => present.has(id));
  const known = new Set(placed);
  const collator = new Intl.Collator(locale);
  const rest = people.filter(({ id }) => !known.has(id));
  return [...placed, ...rest.sort((a, b) => collator.compare(a.name, b.name)).map(({ id }) => id)];
}

/** One place before or after; at the ends nothing changes. */
export function moveSeat(order: readonly string[], id: string, step: -1 | 1): string[] {
  const at = order.indexOf(id);
  const other = order[at + step];
  if (at < 0 || other === undefined) return [...order];
  return order.map((each) => (each === id ? other : each === other ? id : each));
}

const STORE = "vera.roomOrder";

export function savedRoom(): string[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(STORE) ?? "[]");
    return Array.isArray(saved) ? saved.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}

export function saveRoom(order: readonly string[]): void {
  try {
    localStorage.setItem(STORE, JSON.stringify(order));
  } catch {
    // A private window may refuse storage; the order then holds for this visit.
  }
}
