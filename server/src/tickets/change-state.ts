import type { ChangeTicketState, Ticket, TicketState } from "@vera/contracts/tickets";
import { audit, type Context, DomainError, emit, type TicketId } from "../platform/index.ts";
import { clocksAfterState } from "./clocks/keep-clocks.ts";
import { ticketStateChanged } from "./events.ts";
import { addChange } from "./history/store.ts";
import { acceptHop } from "./hops/store.ts";
import { foundTicket, showTicket } from "./show-ticket.ts";
import { canBecome, isPublic, isReopening, NEXT, needsText } from "./states.ts";
import { lockTicket, type TicketRow, writeState } from "./store.ts";

/** The only way to another state. Refuses what the table does not allow, and what another person changed meanwhile. */
export async function changeState(
  ctx: Context,
  { ticketId, to, version, text }: ChangeTicketState & { ticketId: TicketId },
): Promise<Ticket> {
  const ticket = await holdTicket(ctx, ticketId, version);
  requireAllowed(ticket, to);
  const words = text?.trim() || null;
  if (words === null && needsText(ticket.state, to)) {
    throw new DomainError("invalid", `Say in words why the ticket becomes ${to}: it is told or kept`, {
      key: "ticketTextNeeded",
      params: { to },
    });
  }
  await writeState(ctx, ticketId, to);
  // Who begins without a word has accepted.
  if (ticket.state === "open" && to !== "cancelled") await acceptHop(ctx, ticketId);
  await clocksAfterState(ctx, ticket, to);
  await addChange(ctx, ticket, {
    what: "state",
    from: ticket.state,
    to,
    text: words,
    visibility: isPublic(to) ? "public" : "internal",
  });
  await tell(ctx, ticket, to);
  return await showTicket(ctx, ticketId);
}

/** Another office gets it: it waits again to be taken. Only the hand-over calls it. */
export async function waitForOffice(ctx: Context, ticket: TicketRow): Promise<void> {
  if (ticket.state === "open") return;
  await writeState(ctx, ticket.id, "open");
  await clocksAfterState(ctx, ticket, "open");
  await tell(ctx, ticket, "open");
}

/** "No, it isn't solved": whoever takes the citizen's call may reopen, not only the office. */
export async function reopenTicket(
  ctx: Context,
  { ticketId, version, text }: { ticketId: TicketId; version: number; text: string },
): Promise<Ticket> {
  const ticket = await holdTicket(ctx, ticketId, version);
  if (!isReopening(ticket.state, "in-progress")) {
    throw new DomainError("conflict", `A ticket that is ${ticket.state} cannot be reopened`, {
      key: "ticketNotReopenable",
      params: { state: ticket.state },
    });
  }
  return await changeState(ctx, { ticketId, to: "in-progress", version, text });
}

/** The row, locked; refuses where somebody changed it in between. */
export async function holdTicket(ctx: Context, ticketId: TicketId, version: number): Promise<TicketRow> {
  const ticket = foundTicket(await lockTicket(ctx, ticketId), ticketId);
  if (ticket.version === version) return ticket;
  throw new DomainError(
    "conflict",
    `This ticket was changed meanwhile: it has version ${ticket.version}, yours is ${version}. Load it again`,
    { key: "ticketChangedMeanwhile", params: { version: ticket.version } },
  );
}

function requireAllowed({ state }: TicketRow, to: TicketState): void {
  if (canBecome(state, to)) return;
  const ways = NEXT[state].join(", ") || "nothing: it is final";
  throw new DomainError("conflict", `A ticket that is ${state} can become ${ways}`, {
    key: "ticketStateNotAllowed",
    params: { from: state, to },
  });
}

async function tell(ctx: Context, ticket: TicketRow, to: TicketState): Promise<void> {
  const { id: ticketId, tenantId, state: from, topicId, officeId, interactionId, citizenId } = ticket;
  const heldMs = ctx.clock.now().getTime() - ticket.stateChangedAt.getTime();
  await audit(ctx, {
    action: "ticket.state-changed",
    subject: { kind: "ticket", id: ticketId },
    tenantId,
    detail: { from, to },
  });
  await emit(ctx, ticketStateChanged, {
    tenantId,
    key: ticketId,
    data: {
      ticketId,
      from,
      to,
      topicId,
      officeId,
      interactionId,
      citizenId,
      // A clock that was set back must not give a negative duration.
      heldSeconds: Math.max(0, heldMs / 1_000),
    },
  });
}
