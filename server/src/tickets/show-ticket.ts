import type { PauseReason, TicketHop } from "@vera/contracts/ticket-journey";
import type { Ticket, TicketChange, TicketSummary } from "@vera/contracts/tickets";
import { citizenNames } from "../citizens/index.ts";
import { type Context, DomainError, type TicketId } from "../platform/index.ts";
import { readTenant } from "../tenants/index.ts";
import { actingTenant } from "./acting-tenant.ts";
import { readLife, shownClock, stretchesFrom } from "./clocks/keep-clocks.ts";
import { readClocks } from "./clocks/store.ts";
import { readClock, type Stretch } from "./clocks/ticket-clock.ts";
import { readHistory } from "./history/store.ts";
import { bounceLimit } from "./hops/bounce-limit.ts";
import type { HopRow } from "./hops/store.ts";
import { showTicketNumber, spellTicketNumber } from "./numbers/ticket-number.ts";
import { NEXT } from "./states.ts";
import { writtenState } from "./status/state-texts.ts";
import { readTicket, type TicketRow } from "./store.ts";

export function showSummary(row: TicketRow): TicketSummary {
  return {
    id: row.id,
    tenantId: row.tenantId,
    number: showTicketNumber(row.number),
    kind: row.kind,
    state: row.state,
    priority: row.priority,
    subject: row.subject,
    topicId: row.topicId,
    topicName: row.topicName,
    officeId: row.officeId,
    officeName: row.officeName,
    assigneeId: row.assigneeId,
    assigneeName: row.assigneeName,
    place: {
      locality: row.placeLocality,
      address: row.placeAddress,
      department: row.placeDepartment,
      localityCode: row.placeLocalityCode,
      latitude: row.placeLatitude,
      longitude: row.placeLongitude,
    },
    openedAt: row.openedAt.toISOString(),
    stateChangedAt: row.stateChangedAt.toISOString(),
    dueAt: row.dueAt?.toISOString() ?? null,
    bounces: row.bounces,
    accepted: row.accepted,
  };
}

/** The whole ticket with its history, as the reader's scope shows it. */
export async function showTicket(ctx: Context, ticketId: TicketId): Promise<Ticket> {
  const row = foundTicket(await readTicket(ctx, ticketId), ticketId);
  const names = await citizenNames(ctx, row.citizenId ? [row.citizenId] : []);
  // The owner may be out of the reader's sight; the zone of the reader's own organism then tells the day.
  const { zone } = await readTenant(ctx, actingTenant(ctx, row));
  const history: TicketChange[] = await readHistory(ctx, ticketId);
  return {
    ...showSummary(row),
    description: row.description,
    citizenId: row.citizenId,
    citizenName: (row.citizenId && names.get(row.citizenId)) ?? null,
    interactionId: row.interactionId,
    openedByName: row.openedByName,
    spelled: spellTicketNumber(row.number),
    stateText: writtenState({ state: row.state, changedAt: row.stateChangedAt, zone }),
    nextStates: [...NEXT[row.state]],
    version: row.version,
    history,
    legalOwner: row.legalOwner,
    providerClaim: row.providerClaim,
    answers: row.answers,
    ...(await showJourney(ctx, row)),
  };
}

/** Its turns, its one clock, and what may still be done about who owns it. */
async function showJourney(ctx: Context, row: TicketRow) {
  const life = await readLife(ctx, row.id);
  const now = ctx.clock.now();
  const clocks = await readClocks(ctx, row.id);
  const stretches = stretchesFrom(life, row.openedAt);
  const reading = readClock(stretches, { targetSeconds: 1, at: now });
  const owned = ctx.scope === "system" || ctx.scope.includes(row.tenantId);
  const { maxBounces } = await bounceLimit(ctx, row);
  return {
    hops: life.hops.map((hop) => showHop(hop, stretches, now)),
    elapsedSeconds: Math.floor(reading.elapsedSeconds),
    pausedBy: reading.pausedBy as PauseReason | null,
    clocks: clocks.map((clock) => shownClock(life, clock, now)),
    owned,
    mayReturn: owned && !row.decided && (row.state === "open" || row.state === "in-progress"),
    bouncesLeft: Math.max(0, maxBounces - row.bounces),
  };
}

function showHop(hop: HopRow, stretches: readonly Stretch[], now: Date): TicketHop {
  const { tenantId: _tenant, calendarId: _calendar, fromAt, acceptedAt, untilAt, ...rest } = hop;
  const until = untilAt ?? now;
  const elapsed = (at: Date) => readClock(stretches, { targetSeconds: 1, at }).elapsedSeconds;
  return {
    ...pickHop(rest),
    fromAt: fromAt.toISOString(),
    acceptedAt: acceptedAt?.toISOString() ?? null,
    untilAt: untilAt?.toISOString() ?? null,
    seconds: Math.floor(elapsed(until) - elapsed(fromAt)),
  };
}

function pickHop({
  id,
  tenantName,
  officeId,
  officeName,
  cameBy,
  norm,
  sentence,
  acceptedByName,
  returnReason,
  returnText,
}: Omit<HopRow, "tenantId" | "calendarId" | "fromAt" | "acceptedAt" | "untilAt">) {
  return {
    id,
    tenantName,
    officeId,
    officeName,
    cameBy,
    norm,
    sentence,
    acceptedByName,
    returnReason,
    returnText,
  };
}

export function foundTicket(row: TicketRow | undefined, ticketId: TicketId): TicketRow {
  if (row) return row;
  throw new DomainError("not-found", `No ticket ${ticketId} here`, { key: "ticketNotFound" });
}
