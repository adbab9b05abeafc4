import type { InteractionsPage, InteractionsQuery } from "@vera/contracts/conversations";
import { apiUrl, get } from "./request.ts";

export async function listInteractions(query: InteractionsQuery): Promise<InteractionsPage> {
  return get("/interactions", { query });
}

/** All pages of the same list, as a file. */
export function interactionsCsvUrl(query: InteractionsQuery): string {
  return apiUrl("/interactions.csv", query);
}
