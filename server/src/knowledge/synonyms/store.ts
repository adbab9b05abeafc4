import type { Synonym } from "@vera/contracts/knowledge-care";
import { actorName, type Context, many, maybe, run, sql, type TenantId } from "../../platform/index.ts";
import { expressionWords, type SynonymGroup } from "../search/asked-terms.ts";

export interface SynonymRow extends Omit<Synonym, "changedAt" | "tenantId"> {
  readonly tenantId: TenantId;
  readonly changedAt: Date;
}

const SYNONYM = sql.raw(
  `s.id, s.tenant_id as "tenantId", s.terms, s.changed_at as "changedAt", s.changed_by_name as "changedByName"`,
);
/** Groups that one search looks at; words that are in more of them mean nothing. */
const MOST_GROUPS = 50;

/** Those of the organisms in scope that know some of the words. */
export async function readSynonymGroups(ctx: Context, words: readonly string[]): Promise<SynonymGroup[]> {
  const rows = await many<{ terms: string[] }>(
    ctx,
    sql`select s.terms from knowledge.synonym s where s.words && ${[...words]}::text[] order by s.id limit ${MOST_GROUPS}`,
  );
  return rows.map(({ terms }) => terms.map(expressionWords));
}

export async function listSynonyms(ctx: Context): Promise<SynonymRow[]> {
  return await many<SynonymRow>(
    ctx,
    sql`select ${SYNONYM} from knowledge.synonym s order by s.terms[1], s.id`,
  );
}

export async function readSynonym(ctx: Context, id: string): Promise<SynonymRow | undefined> {
  return await maybe<SynonymRow>(ctx, sql`select ${SYNONYM} from knowledge.synonym s where s.id = ${id}`);
}

interface SynonymText {
  readonly id: string;
  readonly terms: readonly string[];
}

function wordsOf(terms: readonly string[]): string[] {
  return [...new Set(terms.flatMap(expressionWords))];
}

export async function insertSynonym(
  ctx: Context,
  { id, tenantId, terms }: SynonymText & { readonly tenantId: TenantId },
): Promise<void> {
  await run(
    ctx,
    sql`
      insert into knowledge.synonym (id, tenant_id, terms, words, changed_at, changed_by_name)
      values (${id}, ${tenantId}, ${[...terms]}::text[], ${wordsOf(terms)}::text[], ${ctx.clock.now()},
        ${actorName(ctx.actor)})`,
  );
}

export async function updateSynonym(ctx: Context, { id, terms }: SynonymText): Promise<number> {
  return await run(
    ctx,
    sql`
      update knowledge.synonym set terms = ${[...terms]}::text[], words = ${wordsOf(terms)}::text[],
        changed_at = ${ctx.clock.now()}, changed_by_name = ${actorName(ctx.actor)}
      where id = ${id}`,
  );
}

export async function deleteSynonym(ctx: Context, id: string): Promise<void> {
  await run(ctx, sql`delete from knowledge.synonym where id = ${id}`);
}
