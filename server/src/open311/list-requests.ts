import type { TicketState } from "@vera/contracts/tickets";
import type { Context } from "../platform/index.ts";
import type { TenantRow } from "../tenants/index.ts";
import { publicTickets } from "../tickets/index.ts";
import { Open311Refusal } from "./refusal.ts";
import { CLOSED_STATES, OPEN_STATES, type RequestReply, requestReply } from "./replies.ts";
import { readServices } from "./store.ts";

export type Query = Readonly<Record<string, string | undefined>>;

/** GeoReport v2: "a span of 90 days or first 1000 requests returned, whichever is smallest". */
const MOST_DAYS = 90;
const MOST_REQUESTS = 1_000;
const DAY_MS = 86_400_000;

/** GET service requests: those of the services that the jurisdiction offers. Asked by number, the days do not count. */
export async function listRequests(ctx: Context, tenant: TenantRow, query: Query): Promise<RequestReply[]> {
  const numbers = listOf(query["service_request_id"]);
  const codes = listOf(query["service_code"]);
  const services = (await readServices(ctx)).filter(
    ({ active, tenantId, code }) => active && tenantId === tenant.id && (!codes || codes.includes(code)),
  );
  const limit = readCount(query["page_size"], {
    name: "page_size",
    otherwise: MOST_REQUESTS,
    most: MOST_REQUESTS,
  });
  const page = readCount(query["page"], { name: "page", otherwise: 1, most: 10_000 });
  const tickets = await publicTickets(ctx, {
    tenantId: tenant.id,
    topicIds: services.map(({ topicId }) => topicId),
    numbers,
    states: readStates(query["status"]),
    ...(numbers ? { from: null, to: null } : readSpan(query, ctx.clock.now())),
    limit,
    offset: (page - 1) * limit,
  });
  return tickets.flatMap((ticket) => {
    const service = services.find(({ topicId }) => topicId === ticket.topicId);
    return service ? [requestReply(ticket, service)] : [];
  });
}

function listOf(text: string | undefined): string[] | null {
  const items = (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean);
  return items.length > 0 ? items : null;
}

function readStates(text: string | undefined): TicketState[] | null {
  const wanted = listOf(text);
  if (!wanted) return null;
  return wanted.flatMap((status): readonly TicketState[] => {
    if (status === "open") return OPEN_STATES;
    if (status === "closed") return CLOSED_STATES;
    throw new Open311Refusal(400, "status is open, closed or both with a comma");
  });
}

/** Both ends given, at most 90 days apart; one given, 90 days from it; none, the last 90. */
function readSpan(query: Query, now: Date): { from: Date; to: Date } {
  const start = readInstant(query["start_date"], "start_date");
  const end = readInstant(query["end_date"], "end_date");
  const to = end ?? (start ? new Date(start.getTime() + MOST_DAYS * DAY_MS) : now);
  const from = start ?? new Date(to.getTime() - MOST_DAYS * DAY_MS);
  if (to.getTime() - from.getTime() > MOST_DAYS * DAY_MS) {
    throw new Open311Refusal(400, `start_date and end_date may not span more than ${MOST_DAYS} days`);
  }
  if (to < from) throw new Open311Refusal(400, "end_date comes before start_date");
  return { from, to };
}

function readInstant(text: string | undefined, name: string): Date | null {
  if (!text?.trim()) return null;
  // In an address a "+" of a zone becomes a space.
  const at = new Date(text.trim().replace(/ (\d\d:\d\d)$/, "+$1"));
  if (/^\d{4}-\d\d-\d\dT.*(?:Z|[+-]\d\d:\d\d| \d\d:\d\d)$/.test(text.trim()) && !Number.isNaN(at.getTime()))
    return at;
  throw new Open311Refusal(400, `${name} is no date with time and zone, such as 2026-05-24T00:00:00Z`);
}

interface CountRule {
  readonly name: string;
  readonly otherwise: number;
  readonly most: number;
}

function readCount(text: string | undefined, { name, otherwise, most }: CountRule): number {
  if (!text?.trim()) return otherwise;
  const count = Number(text);
  if (Number.isInteger(count) && count >= 1) return Math.min(count, most);
  throw new Open311Refusal(400, `${name} is a number from 1`);
}
