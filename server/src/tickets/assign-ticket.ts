import type { AssignTicket, Ticket } from "@vera/contracts/tickets";
import { readUser } from "../identity/index.ts";
import { audit, type Context, emit, type TicketId, type UserId } from "../platform/index.ts";
import { holdTicket } from "./change-state.ts";
import { keepClocks } from "./clocks/keep-clocks.ts";
import { readOfficeCards } from "./competence/store.ts";
import { ticketAssigned } from "./events.ts";
import { addChange } from "./history/store.ts";
import { endHop, insertHop } from "./hops/store.ts";
import { activeOfficeOf } from "./open-ticket.ts";
import { showTicket } from "./show-ticket.ts";
import { type Assignment, type TicketRow, writeAssignment } from "./store.ts";

/** Gives a ticket to an office, to a person, or back; and sets its priority. What is left out stays. */
export async function assignTicket(
  ctx: Context,
  { ticketId, version, text, ...wanted }: AssignTicket & { ticketId: TicketId },
): Promise<Ticket> {
  const before = await holdTicket(ctx, ticketId, version);
  const office = await wantedOffice(ctx, before, wanted.officeId);
  // Another office has its own people: who had it before has it no more.
  const keepsPerson = wanted.assigneeId === undefined && office.id === before.officeId;
  const person = keepsPerson
    ? { id: before.assigneeId, name: before.assigneeName }
    : await wantedPerson(ctx, wanted.assigneeId ?? null);
  const to: Assignment = {
    officeId: office.id,
    assigneeId: person.id,
    assigneeName: person.name,
    priority: wanted.priority ?? before.priority,
  };
  await writeAssignment(ctx, ticketId, to);
  if (office.id !== before.officeId) await nextTurn(ctx, before, office.id);
  await recordChanges(ctx, { before, to, officeName: office.name, text: text?.trim() || null });
  return await showTicket(ctx, ticketId);
}

async function wantedOffice(
  ctx: Context,
  before: TicketRow,
  officeId: string | null | undefined,
): Promise<{ id: string | null; name: string | null }> {
  if (officeId === undefined) return { id: before.officeId, name: before.officeName };
  if (officeId === null) return { id: null, name: null };
  return await activeOfficeOf(ctx, before.tenantId, officeId);
}

async function wantedPerson(
  ctx: Context,
  userId: string | null,
): Promise<{ id: UserId | null; name: string | null }> {
  if (userId === null) return { id: null, name: null };
  if (ctx.actor.kind === "user" && ctx.actor.userId === userId)
    return { id: ctx.actor.userId, name: ctx.actor.name };
  // Only people who work where the actor does are found; the rest is a 404.
  const { id, name } = await readUser(ctx, userId as UserId);
  return { id, name };
}

/** Within the organism: the clock goes on by the other office's hours. */
async function nextTurn(ctx: Context, before: TicketRow, officeId: string | null): Promise<void> {
  const card = officeId === null ? undefined : (await readOfficeCards(ctx, [officeId])).get(officeId);
  await endHop(ctx, before.id, null);
  await insertHop(ctx, before.id, {
    tenantId: before.tenantId,
    tenantName: card?.tenantName ?? null,
    officeId,
    officeName: card?.name ?? null,
    calendarId: card?.calendarId ?? null,
    cameBy: "assigned",
    ruleId: null,
    norm: null,
    sentence: null,
  });
  await keepClocks(ctx, before.id);
}

interface Changes {
  readonly before: TicketRow;
  readonly to: Assignment;
  readonly officeName: string | null;
  readonly text: string | null;
}

async function recordChanges(ctx: Context, { before, to, officeName, text }: Changes): Promise<void> {
  const steps = [
    {
      what: "office" as const,
      changed: before.officeId !== to.officeId,
      from: before.officeName,
      to: officeName,
    },
    {
      what: "assigned" as const,
      changed: before.assigneeId !== to.assigneeId,
      from: before.assigneeName,
      to: to.assigneeName,
    },
    {
      what: "priority" as const,
      changed: before.priority !== to.priority,
      from: before.priority,
      to: to.priority,
    },
  ].filter(({ changed }) => changed);
  for (const [index, { what, from, to: value }] of steps.entries()) {
    await addChange(ctx, before, { what, from, to: value, text: index === 0 ? text : null });
  }
  if (steps.length === 0) return;
  const { id: ticketId, tenantId, topicId, interactionId } = before;
  await audit(ctx, {
    action: "ticket.assigned",
    subject: { kind: "ticket", id: ticketId },
    tenantId,
    detail: { officeId: to.officeId, assigneeId: to.assigneeId, priority: to.priority },
  });
  if (!steps.some(({ what }) => what !== "priority")) return;
  await emit(ctx, ticketAssigned, {
    tenantId,
    key: ticketId,
    data: { ticketId, topicId, officeId: to.officeId, interactionId, assigneeId: to.assigneeId },
  });
}
