import { createHash } from "node:crypto";
import type { NewTicket, Place, Ticket } from "@vera/contracts/tickets";
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
import { actingTenant } from "./acting-tenant.ts";
import { startClocks } from "./clocks/keep-clocks.ts";
import { findCompetence } from "./competence/answer-competence.ts";
import { type OfficeCardRow, readOfficeCards } from "./competence/store.ts";
import { ticketOpened } from "./events.ts";
import { addChange } from "./history/store.ts";
import { insertHop, type NewHop } from "./hops/store.ts";
import { foldWords } from "./list/fold-words.ts";
import { allocateNumber } from "./numbers/allocate-number.ts";
import { foundOffice } from "./offices/change-offices.ts";
import { readOffice, readOffices } from "./offices/store.ts";
import { showTicket } from "./show-ticket.ts";
import { insertTicket, type NewTicketRow, readByIdempotencyKey } from "./store.ts";
import { checkAnswers } from "./types/check-answers.ts";
import { readTypeFor, type TypeRow } from "./types/store.ts";

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
    const first = await earlierTicket(ctx, { ...row, tenantId });
    if (first) return await showTicket(ctx, first);
  }
  await tellOpened(ctx, row);
  const ticket = await showTicket(ctx, row.id);
  // Last: the chain of the audit is one row that all wait for until the commit.
  await audit(ctx, {
    action: "ticket.opened",
    subject: { kind: "ticket", id: row.id },
    tenantId: originatingTenant(ctx, row),
  });
  return ticket;
}

function originatingTenant(ctx: Context, row: Pick<NewTicketRow, "tenantId" | "originTenantId">): TenantId {
  return actingTenant(ctx, { ...row, partyIds: [row.originTenantId] });
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

interface Destination {
  readonly tenantId: TenantId;
  readonly hop: NewHop;
}

type Opening = Omit<NewTicketRow, "requestHash"> & {
  readonly hop: NewHop;
  readonly type: TypeRow | undefined;
};

async function readNewTicket(ctx: Context, given: NewTicket): Promise<Opening> {
  const topic = await readTopic(ctx, given.topicId as TopicId);
  if (!topic.active) {
    throw new DomainError("invalid", `The topic ${topic.name} is not in use any more`, {
      key: "topicInactive",
    });
  }
  await requireCitizen(ctx, given.citizenId as CitizenId | null | undefined);
  const [subject, description] = [given.subject.trim(), given.description.trim()];
  const place = readPlace(given);
  const words = [subject, description, place.locality, place.address].filter((text) => text !== null);
  const type = await readTypeFor(ctx, { tenantId: given.tenantId as TenantId, topicId: topic.id });
  const answers = checkAnswers(type?.questions ?? [], given.answers ?? {});
  const { tenantId, hop } = await destination(ctx, given, place);
  return {
    id: ctx.ids.uuid<TicketId>(),
    tenantId,
    originTenantId: given.tenantId as TenantId,
    number: await allocateNumber(ctx),
    kind: given.kind,
    priority: given.priority ?? type?.priority ?? "normal",
    topicId: topic.id,
    topicName: topic.path.join(" › "),
    officeId: hop.officeId,
    interactionId: given.interactionId ?? null,
    citizenId: given.citizenId ?? null,
    subject,
    description,
    searchText: foldWords(words.join(" ")).join(" "),
    place,
    legalOwner: given.legalOwner ?? null,
    providerClaim: given.providerClaim?.trim() || null,
    typeId: type?.id ?? null,
    typeVersion: type?.version ?? null,
    answers,
    idempotencyKey: given.idempotencyKey,
    hop,
    type,
  };
}

function readPlace({ place }: NewTicket): Place {
  const { latitude = null, longitude = null } = place ?? {};
  if ((latitude === null) !== (longitude === null)) {
    throw new DomainError("invalid", "A point on the map has a latitude and a longitude", {
      key: "placeHalfPoint",
    });
  }
  return {
    locality: place?.locality?.trim() || null,
    address: place?.address?.trim() || null,
    department: place?.department?.trim() || null,
    localityCode: place?.localityCode ?? null,
    latitude,
    longitude,
  };
}

/** The office named; else the competent one by the rules; else the only one of the organism; else none yet. */
async function destination(ctx: Context, given: NewTicket, place: Place): Promise<Destination> {
  const tenantId = given.tenantId as TenantId;
  if (given.officeId) {
    const { id } = await activeOfficeOf(ctx, tenantId, given.officeId);
    return await atOffice(ctx, { tenantId, officeId: id, cameBy: "named" });
  }
  const found = await findCompetence(ctx, {
    tenantId,
    topicId: given.topicId,
    locality: place.locality,
    department: place.department ?? null,
    localityCode: place.localityCode ?? null,
    legalOwner: given.legalOwner ?? null,
    providerClaim: given.providerClaim ?? null,
  });
  if (!found) {
    const active = (await readOffices(ctx, tenantId)).filter((office) => office.active);
    const only = active.length === 1 ? (active[0]?.id ?? null) : null;
    return await atOffice(ctx, { tenantId, officeId: only, cameBy: "only-office" });
  }
  const { office, competence } = found;
  const { rule, firstInstance } = competence;
  const sentence = (firstInstance ? rule?.secondInstance?.sentence : rule?.sentence) ?? null;
  return {
    tenantId: office.tenantId,
    hop: {
      ...hopAt(office),
      cameBy: rule ? "rule" : "fallback",
      ruleId: rule?.id ?? null,
      norm: rule?.norm ?? null,
      sentence,
    },
  };
}

interface At {
  readonly tenantId: TenantId;
  readonly officeId: string | null;
  readonly cameBy: NewHop["cameBy"];
}

async function atOffice(ctx: Context, { tenantId, officeId, cameBy }: At): Promise<Destination> {
  const card = officeId === null ? undefined : (await readOfficeCards(ctx, [officeId])).get(officeId);
  const place = card
    ? hopAt(card)
    : { tenantId, tenantName: null, officeId: null, officeName: null, calendarId: null };
  return { tenantId, hop: { ...place, cameBy, ruleId: null, norm: null, sentence: null } };
}

function hopAt({ id, name, tenantId, tenantName, calendarId }: OfficeCardRow) {
  return { tenantId, tenantName, officeId: id, officeName: name, calendarId };
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

async function tellOpened(ctx: Context, row: Opening): Promise<void> {
  const tenantId = originatingTenant(ctx, row);
  const { id: ticketId, number, kind, priority, topicId, officeId, citizenId, interactionId } = row;
  await insertHop(ctx, row.id, row.hop);
  if (row.type) await startClocks(ctx, row, row.type);
  await addChange(ctx, row, { what: "opened", to: "open", visibility: "public" });
  await emit(ctx, ticketOpened, {
    tenantId,
    key: ticketId,
    data: { ticketId, number, kind, priority, topicId, officeId, citizenId, interactionId },
  });
  if (interactionId) await attachTicket(ctx, { interactionId: interactionId as InteractionId, ticketId });
}
