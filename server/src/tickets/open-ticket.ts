import { createHash } from "node:crypto";
import type { NewTicket, Ticket } from "@vera/contracts/tickets";
import { citizenNames } from "../citizens/index.ts";
import { attachTicket } from "../conversations/index.ts";
import {
  audit,
  type CitizenId,
  type Context,
  DomainError,
  emit,
  type InteractionId,
  inScope,
  type TenantId,
  type TicketId,
  type TopicId,
} from "../platform/index.ts";
import { readTopic } from "../tenants/index.ts";
import { ticketOpened } from "./events.ts";
import { addChange } from "./history/store.ts";
import { foldWords } from "./list/fold-words.ts";
import { allocateNumber } from "./numbers/allocate-number.ts";
import { foundOffice } from "./offices/change-offices.ts";
import { readOffice, readOffices } from "./offices/store.ts";
import { showTicket } from "./show-ticket.ts";
import { insertTicket, type NewTicketRow, readByIdempotencyKey } from "./store.ts";

/**
 * Opens a ticket, once per idempotency key: a form sent again answers with the ticket it made. Nothing that a citizen
 * was told the number of is ever lost: number, history, audit and event are one transaction.
 */
export async function openTicket(ctx: Context, given: NewTicket): Promise<Ticket> {
  const tenantId = given.tenantId as TenantId;
  inScope(ctx, tenantId);
  const requestHash = hashOf(given);
  const known = await earlierTicket(ctx, { tenantId, idempotencyKey: given.idempotencyKey, requestHash });
  if (known) return await showTicket(ctx, known);
  const row = { ...(await readNewTicket(ctx, given)), requestHash };
  if (!(await insertTicket(ctx, row))) {
    // Another request with this key committed between the look and the insert.
    const first = await earlierTicket(ctx, row);
    if (first) return await showTicket(ctx, first);
  }
  await tellOpened(ctx, row);
  return await showTicket(ctx, row.id);
}

function hashOf({ idempotencyKey: _key, ...rest }: NewTicket): string {
  const sorted = JSON.stringify(rest, (_name, value: unknown) =>
    value !== null && typeof value === "object"
      ? Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)))
      : value,
  );
  return createHash("sha256").update(sorted).digest("hex");
}

async function earlierTicket(
  ctx: Context,
  request: { tenantId: TenantId; idempotencyKey: string; requestHash: string },
): Promise<TicketId | undefined> {
  const earlier = await readByIdempotencyKey(ctx, request);
  if (!earlier || earlier.requestHash === request.requestHash) return earlier?.id;
  throw new DomainError(
    "conflict",
    "This idempotency key was used for another ticket; make a new one for each form",
    {
      key: "idempotencyKeyReused",
    },
  );
}

async function readNewTicket(ctx: Context, given: NewTicket): Promise<Omit<NewTicketRow, "requestHash">> {
  const tenantId = given.tenantId as TenantId;
  const topic = await readTopic(ctx, given.topicId as TopicId);
  if (!topic.active) {
    throw new DomainError("invalid", `The topic ${topic.name} is not in use any more`, {
      key: "topicInactive",
    });
  }
  await requireCitizen(ctx, given.citizenId as CitizenId | null | undefined);
  const [subject, description] = [given.subject.trim(), given.description.trim()];
  const place = {
    locality: given.place?.locality?.trim() || null,
    address: given.place?.address?.trim() || null,
  };
  const words = [subject, description, place.locality, place.address].filter((text) => text !== null);
  return {
    id: ctx.ids.uuid<TicketId>(),
    tenantId,
    number: await allocateNumber(ctx),
    kind: given.kind,
    priority: given.priority ?? "normal",
    topicId: topic.id,
    topicName: topic.path.join(" › "),
    officeId: await officeFor(ctx, tenantId, given.officeId ?? null),
    interactionId: given.interactionId ?? null,
    citizenId: given.citizenId ?? null,
    subject,
    description,
    searchText: foldWords(words.join(" ")).join(" "),
    place,
    idempotencyKey: given.idempotencyKey,
  };
}

/** The office named; else the only one that the organism has; else none, and a coordinator assigns it. */
async function officeFor(ctx: Context, tenantId: TenantId, officeId: string | null): Promise<string | null> {
  if (officeId === null) {
    const active = (await readOffices(ctx, tenantId)).filter((office) => office.active);
    return active.length === 1 ? (active[0]?.id ?? null) : null;
  }
  return (await activeOfficeOf(ctx, tenantId, officeId)).id;
}

export async function activeOfficeOf(ctx: Context, tenantId: TenantId, officeId: string) {
  const office = foundOffice(await readOffice(ctx, officeId), officeId);
  if (office.tenantId === tenantId && office.active) return office;
  throw new DomainError("invalid", `The office ${office.name} takes no tickets of this organism`, {
    key: "officeTakesNoTickets",
    params: { name: office.name },
  });
}

async function requireCitizen(ctx: Context, citizenId: CitizenId | null | undefined): Promise<void> {
  if (!citizenId || (await citizenNames(ctx, [citizenId])).has(citizenId)) return;
  throw new DomainError("not-found", `No citizen ${citizenId}`, { key: "citizenNotFound" });
}

async function tellOpened(ctx: Context, row: NewTicketRow): Promise<void> {
  const { id: ticketId, tenantId, number, kind, priority, topicId, officeId, citizenId, interactionId } = row;
  await addChange(ctx, row, { what: "opened", to: "open", visibility: "public" });
  await audit(ctx, { action: "ticket.opened", subject: { kind: "ticket", id: ticketId }, tenantId });
  await emit(ctx, ticketOpened, {
    tenantId,
    key: ticketId,
    data: { ticketId, number, kind, priority, topicId, officeId, citizenId, interactionId },
  });
  if (interactionId) await attachTicket(ctx, { interactionId: interactionId as InteractionId, ticketId });
}
