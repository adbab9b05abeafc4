import { findArticles } from "./articles.ts";
import { findCitizens } from "./citizens.ts";
import { listTickets } from "./tickets.ts";

export interface SearchHit {
  kind: "citizen" | "ticket" | "article";
  id: string;
  label: string;
  hint: string;
  href: string;
}

interface Wanted {
  citizens: boolean;
  tickets: boolean;
  articles: boolean;
}

/** People, tickets and articles at once, as far as I may see them. One that fails does not hide the others. */
export async function searchEverything(q: string, wanted: Wanted, signal: AbortSignal): Promise<SearchHit[]> {
  const parts = await Promise.allSettled([
    wanted.citizens ? people(q, signal) : [],
    wanted.tickets ? tickets(q) : [],
    wanted.articles ? articles(q, signal) : [],
  ]);
  return parts.flatMap((part) => (part.status === "fulfilled" ? part.value : []));
}

async function people(q: string, signal: AbortSignal): Promise<SearchHit[]> {
  const found = await findCitizens(q, signal);
  return found.items.slice(0, 5).map((person) => ({
    kind: "citizen",
    id: person.id,
    label: person.displayName,
    hint: [person.documentHint, person.phoneHint].filter(Boolean).join(" · "),
    href: `/citizens/${person.id}`,
  }));
}

async function tickets(q: string): Promise<SearchHit[]> {
  const found = await listTickets({ view: "all", q, limit: 5 });
  return found.items.map((ticket) => ({
    kind: "ticket",
    id: ticket.id,
    label: ticket.subject,
    hint: ticket.number,
    href: `/tickets/${ticket.id}`,
  }));
}

async function articles(q: string, signal: AbortSignal): Promise<SearchHit[]> {
  const found = await findArticles({ q }, signal);
  return found.items.slice(0, 5).map((hit) => ({
    kind: "article",
    id: hit.id,
    label: hit.title.map((part) => part.text).join(""),
    hint: "",
    href: `/knowledge/${hit.id}`,
  }));
}
