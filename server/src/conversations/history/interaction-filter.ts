import type { InteractionsQuery } from "@vera/contracts/conversations";

/** The query as the database asks it. */
export type InteractionFilter = Omit<InteractionsQuery, "sort" | "order" | "cursor" | "limit" | "address"> & {
  readonly addressDigits?: string;
};

export function filterOf(query: InteractionsQuery): InteractionFilter {
  const { sort: _sort, order: _order, cursor: _cursor, limit: _limit, address, ...filter } = query;
  if (address === undefined) return filter;
  // A number is stored as its digits; people type it with spaces and dashes.
  const digits = address.replace(/[\s().-]/g, "");
  return { ...filter, addressDigits: /^\+?\d+$/.test(digits) ? digits : address.trim() };
}
