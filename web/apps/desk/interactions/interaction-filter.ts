import type { InteractionsQuery } from "@vera/contracts/conversations";

export const KINDS = [
  "all",
  "answered",
  "unanswered",
  "queued",
  "connected",
  "undispositioned",
  "outbound",
  "emergency",
] as const;
export type Kind = (typeof KINDS)[number];

const BY_KIND: Record<Kind, InteractionsQuery> = {
  all: {},
  answered: { answered: true },
  unanswered: { answered: false },
  queued: { state: "queued" },
  connected: { state: "connected" },
  undispositioned: { answered: true, undispositioned: true },
  outbound: { direction: "outbound" },
  emergency: { emergency: true },
};

export const SORTS = ["startedAt", "waitMs", "talkMs"] as const;
export type Sort = (typeof SORTS)[number];

const SHORTEST_NUMBER = 3;

/** The question to the server from the address of the page; whatever it does not understand it leaves out. */
export function interactionsQuery(
  search: URLSearchParams,
  range: { from: string; to: string },
): InteractionsQuery {
  const text = (name: string): string | undefined => search.get(name)?.trim() || undefined;
  const address = text("number");
  const [queueId, agentId] = [text("queue"), text("agent")];
  return {
    ...range,
    ...BY_KIND[kindOf(search)],
    ...(queueId ? { queueId } : {}),
    ...(agentId ? { agentId } : {}),
    ...(address && address.length >= SHORTEST_NUMBER ? { address } : {}),
    ...sortOf(search),
  };
}

export function kindOf(search: URLSearchParams): Kind {
  return KINDS.find((kind) => kind === search.get("show")) ?? "all";
}

export function sortOf(search: URLSearchParams): { sort: Sort; order: "asc" | "desc" } {
  const sort = SORTS.find((each) => each === search.get("sort")) ?? "startedAt";
  return { sort, order: search.get("order") === "asc" ? "asc" : "desc" };
}

/** Largest first, then smallest first, then as it was: newest first. */
export function nextSort(
  search: URLSearchParams,
  pressed: Sort,
): { sort: string | null; order: string | null } {
  const now = sortOf(search);
  if (now.sort !== pressed) return { sort: pressed, order: "desc" };
  if (now.order === "desc") return { sort: pressed, order: "asc" };
  return { sort: null, order: null };
}
