import type { PauseReason } from "@vera/contracts/ticket-journey";
import type { TicketState } from "@vera/contracts/tickets";
import type { Context, TicketId } from "../../platform/index.ts";
import { type HoursRules, hoursRules } from "../../tenants/index.ts";
import { endPause, type HopRow, type PauseRow, readHops, readPauses, startPause } from "../hops/store.ts";
import type { TicketRow } from "../store.ts";
import type { TypeRow } from "../types/store.ts";
import {
  type ClockRow,
  insertClocks,
  meetClocks,
  readClocks,
  restartUpdateClock,
  reviveClocks,
  writeDue,
} from "./store.ts";
import { readClock, type Stretch, stretchesOf } from "./ticket-clock.ts";

/** States in which nobody can work on it: the clock stands. */
const PAUSED_BY: Partial<Record<TicketState, PauseReason>> = {
  "waiting-citizen": "waiting-citizen",
  solved: "solved",
  closed: "solved",
};

/** The terms of the type run from the opening on. */
export async function startClocks(
  ctx: Context,
  ticket: Pick<TicketRow, "id" | "tenantId">,
  type: Pick<TypeRow, "firstResponseSeconds" | "updateSeconds" | "solutionSeconds">,
): Promise<void> {
  const targets = [
    { kind: "first-response" as const, targetSeconds: type.firstResponseSeconds },
    { kind: "update" as const, targetSeconds: type.updateSeconds },
    { kind: "solution" as const, targetSeconds: type.solutionSeconds },
  ].flatMap(({ kind, targetSeconds }) => (targetSeconds === null ? [] : [{ kind, targetSeconds }]));
  if (targets.length === 0) return;
  await insertClocks(ctx, ticket, targets);
  await keepClocks(ctx, ticket.id);
}

/** In the transaction of a change of state: pauses and ends clocks as the new state says. */
export async function clocksAfterState(
  ctx: Context,
  ticket: Pick<TicketRow, "id" | "tenantId" | "state">,
  to: TicketState,
): Promise<void> {
  const reason = PAUSED_BY[to];
  if (PAUSED_BY[ticket.state] !== reason || reason === undefined) {
    await endPause(ctx, ticket.id);
    if (reason) await startPause(ctx, ticket, { reason, text: null });
  }
  if (to === "solved" || to === "cancelled")
    await meetClocks(ctx, ticket.id, ["first-response", "update", "solution"]);
  if (to === "in-progress" && (ticket.state === "solved" || ticket.state === "closed"))
    await reviveClocks(ctx, ticket.id);
  if (to === "waiting-citizen") await citizenHeard(ctx, ticket.id);
  await keepClocks(ctx, ticket.id);
}

/** The citizen was told something. */
export async function citizenHeard(ctx: Context, ticketId: TicketId): Promise<void> {
  await meetClocks(ctx, ticketId, ["first-response"]);
  await restartUpdateClock(ctx, ticketId);
}

/** Computes anew when each clock of the ticket that still runs is due. */
export async function keepClocks(ctx: Context, ticketId: TicketId): Promise<void> {
  const running = (await readClocks(ctx, ticketId)).filter(({ metAt }) => metAt === null);
  if (running.length === 0) return;
  const life = await readLife(ctx, ticketId);
  const at = ctx.clock.now();
  const due = running.map(({ kind, targetSeconds, fromAt }) => ({
    kind,
    dueAt: readClock(stretchesFrom(life, fromAt), { targetSeconds, at }).dueAt,
  }));
  await writeDue(ctx, ticketId, due);
}

export interface Life {
  readonly hops: readonly (HopRow & { readonly hours: HoursRules })[];
  readonly pauses: readonly PauseRow[];
}

const NEVER: HoursRules = {
  zone: "America/Argentina/Buenos_Aires",
  alwaysOpen: false,
  week: [],
  holidays: [],
  exceptions: [],
};

export async function readLife(ctx: Context, ticketId: TicketId): Promise<Life> {
  const hops = await readHops(ctx, ticketId);
  const rules = await hoursRules(ctx, hops);
  return {
    // A calendar that is gone: the organism's own counts, as for an office without one.
    hops: hops.map((hop) => ({ ...hop, hours: rules.get(hop.calendarId ?? hop.tenantId) ?? NEVER })),
    pauses: await readPauses(ctx, ticketId),
  };
}

/** The ticket's life from an instant on. */
export function stretchesFrom({ hops, pauses }: Life, from: Date): Stretch[] {
  const later = (at: Date): Date => (at < from ? from : at);
  const turns = hops
    .filter(({ untilAt }) => untilAt === null || untilAt > from)
    .map(({ fromAt, hours }) => ({ from: later(fromAt), hours }));
  return stretchesOf({
    turns,
    pauses: pauses
      .filter(({ until }) => until === null || until > from)
      .map((pause) => ({ ...pause, from: later(pause.from) })),
  });
}

/** Whole seconds, as a screen shows them; a clock that is done stands where it was then. */
export function shownClock(life: Life, clock: ClockRow, now: Date) {
  const { kind, targetSeconds, fromAt, dueAt, metAt, breachedAt, breachReason } = clock;
  const { elapsedSeconds } = readClock(stretchesFrom(life, fromAt), { targetSeconds, at: metAt ?? now });
  return {
    ...{ kind, targetSeconds, breachReason },
    elapsedSeconds: Math.floor(elapsedSeconds),
    dueAt: dueAt?.toISOString() ?? null,
    metAt: metAt?.toISOString() ?? null,
    breachedAt: breachedAt?.toISOString() ?? null,
  };
}
