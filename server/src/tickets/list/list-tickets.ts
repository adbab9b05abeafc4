import type { ListTicketsQuery, TicketList, TicketState } from "@vera/contracts/tickets";
import {
  type CitizenId,
  type Context,
  DomainError,
  type TenantId,
  type TopicId,
} from "../../platform/index.ts";
import { readTicketNumber } from "../numbers/ticket-number.ts";
import { showSummary } from "../show-ticket.ts";
import { TICKET_STATES } from "../states.ts";
import { foldWords } from "./fold-words.ts";
import { countRows, listRows, type Page, type TicketFilter } from "./store.ts";

const LIVE: readonly TicketState[] = ["open", "in-progress", "waiting-citizen", "solved"];
const DEFAULT_LIMIT = 50;
const MAX_WORDS = 6;
const DUE_SOON_MS = 86_400_000;

/** The back-office's lists. A whole number finds its ticket whatever the other filters say. */
export async function listTickets(ctx: Context, query: ListTicketsQuery): Promise<TicketList> {
  const filter = filterOf(ctx, query);
  const limit = query.limit ?? DEFAULT_LIMIT;
  const page = {
    order: query.sort ?? ("newest" as const),
    after: readCursor(query.cursor),
    limit: limit + 1,
  };
  const rows = await listRows(ctx, filter, page);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    items: shown.map(showSummary),
    total: await countRows(ctx, filter),
    next:
      rows.length > limit && last && query.sort !== "due"
        ? writeCursor({ openedAt: last.openedAt.toISOString(), id: last.id })
        : null,
  };
}

function filterOf(ctx: Context, query: ListTicketsQuery): TicketFilter {
  const typed = query.q ?? "";
  const reading = readTicketNumber(typed);
  return {
    view: query.view ?? "all",
    userId: ctx.actor.kind === "user" ? ctx.actor.userId : null,
    states: query.states === undefined ? LIVE : readStates(query.states),
    tenantId: query.tenantId as TenantId | undefined,
    officeId: query.officeId,
    topicId: query.topicId as TopicId | undefined,
    citizenId: query.citizenId as CitizenId | undefined,
    priority: query.priority,
    number: reading.kind === "number" ? reading.number : null,
    words: foldWords(typed).slice(0, MAX_WORDS),
    dueBefore: new Date(ctx.clock.now().getTime() + DUE_SOON_MS),
    owners: ctx.scope,
  };
}

function readStates(text: string): TicketState[] {
  const wanted = text.split(",").map((word) => word.trim());
  const unknown = wanted.find((word) => !(TICKET_STATES as string[]).includes(word));
  if (unknown === undefined) return wanted as TicketState[];
  throw new DomainError("invalid", `"${unknown}" is no state; states are ${TICKET_STATES.join(", ")}`, {
    key: "ticketStateUnknown",
  });
}

function writeCursor(after: NonNullable<Page["after"]>): string {
  return Buffer.from(`${after.openedAt} ${after.id}`).toString("base64url");
}

const CURSOR = /^(\d{4}-\d\d-\d\dT[\d:.]+Z) ([0-9a-f-]{36})$/;

function readCursor(cursor: string | undefined): Page["after"] {
  if (cursor === undefined) return null;
  const [, openedAt, id] = CURSOR.exec(Buffer.from(cursor, "base64url").toString()) ?? [];
  if (openedAt !== undefined && id !== undefined) return { openedAt, id };
  throw new DomainError("invalid", "This cursor is not one of ours; start from the first page", {
    key: "cursorNotOurs",
  });
}
