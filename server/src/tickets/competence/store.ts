import type { CompetenceRule, LegalOwner, OfficeCard, RulePlace } from "@vera/contracts/competence";
import {
  actorName,
  type Context,
  json,
  many,
  maybe,
  run,
  type Sql,
  sql,
  type TenantId,
  type TopicId,
  uuids,
} from "../../platform/index.ts";
import type { Rule } from "./competent-office.ts";

export interface BookRow {
  readonly id: string;
  readonly tenantId: TenantId;
  readonly number: number | null;
  readonly fallbackOfficeId: string | null;
  readonly maxBounces: number;
  readonly effectiveFrom: Date | null;
  readonly publishedByName: string | null;
  readonly note: string | null;
}

function booksWhere(rest: Sql<unknown>): Sql<BookRow> {
  return sql<BookRow>`
    select b.id, b.tenant_id as "tenantId", b.number, b.fallback_office_id as "fallbackOfficeId",
      b.max_bounces as "maxBounces", b.effective_from as "effectiveFrom", b.published_by_name as "publishedByName", b.note
    from tickets.competence_book b where ${rest}`;
}

export async function readBook(ctx: Context, bookId: string): Promise<BookRow | undefined> {
  return await maybe(ctx, booksWhere(sql`b.id = ${bookId}`));
}

export async function readDraft(ctx: Context, tenantId: TenantId): Promise<BookRow | undefined> {
  return await maybe(ctx, booksWhere(sql`b.tenant_id = ${tenantId} and b.number is null`));
}

/** The draft first, then the newest. */
export async function readBooks(ctx: Context, tenantId: TenantId): Promise<BookRow[]> {
  return await many(ctx, booksWhere(sql`b.tenant_id = ${tenantId} order by b.number desc nulls first`));
}

export async function readRules(ctx: Context, bookId: string): Promise<Rule[]> {
  const rows = await many(
    ctx,
    sql<Omit<Rule, "place"> & RulePlace>`
      select id, topic_id as "topicId", locality, department, locality_code as "localityCode",
        legal_owner as "legalOwner", office_id as "officeId", norm, sentence, second_instance as "secondInstance"
      from tickets.competence_rule where book_id = ${bookId} order by position`,
  );
  return rows.map(({ locality, department, localityCode, ...rule }) => ({
    ...rule,
    place: { locality, department, localityCode },
  }));
}

export interface NewDraft {
  readonly tenantId: TenantId;
  readonly fallbackOfficeId: string | null;
  readonly maxBounces: number;
  readonly rules: readonly CompetenceRule[];
}

/** One draft per organism: it is written whole. */
export async function writeDraft(ctx: Context, bookId: string, draft: NewDraft): Promise<void> {
  await run(
    ctx,
    sql`
      insert into tickets.competence_book (id, tenant_id, fallback_office_id, max_bounces)
      values (${bookId}, ${draft.tenantId}, ${draft.fallbackOfficeId}, ${draft.maxBounces})
      on conflict (id) do update
        set fallback_office_id = excluded.fallback_office_id, max_bounces = excluded.max_bounces`,
  );
  await run(ctx, sql`delete from tickets.competence_rule where book_id = ${bookId}`);
  const rows = draft.rules.map(({ target, place, secondInstance, ...rule }, position) => ({
    ...rule,
    ...place,
    id: ctx.ids.uuid(),
    position,
    officeId: target.kind === "office" ? target.officeId : null,
    secondInstance: secondInstance ?? null,
  }));
  await run(
    ctx,
    sql`
      insert into tickets.competence_rule (id, tenant_id, book_id, position, topic_id, locality, department,
        locality_code, legal_owner, office_id, norm, sentence, second_instance)
      select r.id, ${draft.tenantId}, ${bookId}, r.position, r."topicId", r.locality, r.department,
        r."localityCode", r."legalOwner", r."officeId", r.norm, r.sentence, r."secondInstance"
      from jsonb_to_recordset(${json(rows)}) as r (id uuid, position int, "topicId" uuid, locality text,
        department text, "localityCode" text, "legalOwner" text, "officeId" uuid, norm text, sentence text,
        "secondInstance" jsonb)`,
  );
}

/** The draft becomes the next version; from then on it never changes. */
export async function publishDraft(
  ctx: Context,
  { book, effectiveFrom, note }: { book: BookRow; effectiveFrom: Date; note: string },
): Promise<void> {
  await run(
    ctx,
    sql`
      update tickets.competence_book set
        number = (select coalesce(max(b.number), 0) + 1 from tickets.competence_book b where b.tenant_id = ${book.tenantId}),
        effective_from = ${effectiveFrom}, note = ${note}, published_at = ${ctx.clock.now()},
        published_by_name = ${actorName(ctx.actor)}
      where id = ${book.id}`,
  );
}

export interface Asking {
  readonly tenantId: TenantId;
  readonly topicId: TopicId;
  readonly at: Date;
  readonly locality: string | null;
}

export interface Setting {
  readonly bookId: string | null;
  readonly topicPath: string[] | null;
  readonly localOfficeId: string | null;
}

export async function readSetting(ctx: Context, asking: Asking): Promise<Setting | undefined> {
  return await maybe(
    ctx,
    sql<Setting>`
      select book_id as "bookId", topic_path as "topicPath", local_office_id as "localOfficeId"
      from tickets.competence_setting(${asking.tenantId}, ${asking.topicId}, ${asking.at}, ${asking.locality})`,
  );
}

export interface OfficeCardRow extends Omit<OfficeCard, "tenantId"> {
  readonly tenantId: TenantId;
  readonly calendarId: string | null;
}

/** Of offices that take tickets, of any organism. */
export async function readOfficeCards(
  ctx: Context,
  ids: readonly string[],
): Promise<ReadonlyMap<string, OfficeCardRow>> {
  const rows = await many(
    ctx,
    sql<OfficeCardRow>`
      select id, name, tenant_id as "tenantId", coalesce(tenant_name, '') as "tenantName", calendar_id as "calendarId"
      from tickets.office_cards(${uuids(ids)})`,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

export async function findOffices(
  ctx: Context,
  { words, limit }: { words: readonly string[]; limit: number },
): Promise<string[]> {
  const tenants = ctx.scope === "system" ? [] : ctx.scope;
  const pattern = `%${words.join("%")}%`;
  const rows = await many(
    ctx,
    sql<{
      id: string;
    }>`select find_offices as id from tickets.find_offices(${uuids(tenants)}, ${pattern}, ${limit})`,
  );
  return rows.map(({ id }) => id);
}

export interface PastTicket {
  readonly number: string;
  readonly tenantId: TenantId;
  readonly topicId: TopicId;
  readonly locality: string | null;
  readonly department: string | null;
  readonly localityCode: string | null;
  readonly legalOwner: LegalOwner | null;
  readonly providerClaim: string | null;
  /** Where it began. */
  readonly officeId: string | null;
  readonly officeName: string | null;
}

/** Tickets opened in [from, to], with the office of their first turn; only those that the reader may see. */
export async function readPastTickets(
  ctx: Context,
  { from, to, limit }: { from: Date; to: Date; limit: number },
): Promise<PastTicket[]> {
  return await many(
    ctx,
    sql<PastTicket>`
      select t.number, t.origin_tenant_id as "tenantId", t.topic_id as "topicId", t.place_locality as locality,
        t.place_department as department, t.place_locality_code as "localityCode", t.legal_owner as "legalOwner",
        t.provider_claim as "providerClaim", h.office_id as "officeId", h.office_name as "officeName"
      from tickets.ticket t join tickets.hop h on h.ticket_id = t.id and h.seq = 1
      where t.opened_at >= ${from} and t.opened_at <= ${to} order by t.opened_at desc limit ${limit}`,
  );
}

/** Whether a version that holds now or will hold hands what is nobody's to this office. */
export async function isFallbackOffice(ctx: Context, officeId: string): Promise<boolean> {
  const row = await maybe(
    ctx,
    sql`
      select b.id from tickets.competence_book b
      where b.number is not null and b.fallback_office_id = ${officeId} and not exists (
        select from tickets.competence_book n
        where n.tenant_id = b.tenant_id and n.number > b.number and n.effective_from <= ${ctx.clock.now()}
          and n.effective_from >= b.effective_from)`,
  );
  return row !== undefined;
}
