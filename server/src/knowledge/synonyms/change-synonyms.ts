import type { Synonym } from "@vera/contracts/knowledge-care";
import { audit, type Context, DomainError, inScope, type TenantId } from "../../platform/index.ts";
import { cleanText } from "../clean-body.ts";
import { expressionWords } from "../search/asked-terms.ts";
import * as store from "./store.ts";

export async function createSynonym(
  ctx: Context,
  given: { tenantId: string; terms: readonly string[] },
): Promise<Synonym> {
  const tenantId = given.tenantId as TenantId;
  inScope(ctx, tenantId);
  const id = ctx.ids.uuid();
  await store.insertSynonym(ctx, { id, tenantId, terms: distinctTerms(given.terms) });
  return await changed(ctx, id, "article-synonym.created");
}

export async function changeSynonym(
  ctx: Context,
  { id, terms }: { id: string; terms: readonly string[] },
): Promise<Synonym> {
  if ((await store.updateSynonym(ctx, { id, terms: distinctTerms(terms) })) === 0) throw noSynonym(id);
  return await changed(ctx, id, "article-synonym.changed");
}

export async function removeSynonym(ctx: Context, id: string): Promise<void> {
  await changed(ctx, id, "article-synonym.removed");
  await store.deleteSynonym(ctx, id);
}

export function showSynonym({ changedAt, ...row }: store.SynonymRow): Synonym {
  return { ...row, changedAt: changedAt.toISOString() };
}

async function changed(ctx: Context, id: string, action: string): Promise<Synonym> {
  const row = await store.readSynonym(ctx, id);
  if (!row) throw noSynonym(id);
  const { tenantId, terms } = row;
  await audit(ctx, { action, subject: { kind: "article-synonym", id }, tenantId, detail: { terms } });
  return showSynonym(row);
}

/** As written, but two spellings of the same words are one; a group of one says nothing. */
function distinctTerms(terms: readonly string[]): string[] {
  const bySpelling = new Map<string, string>();
  for (const term of terms.map(cleanText)) {
    const key = expressionWords(term).join(" ");
    if (key !== "" && !bySpelling.has(key)) bySpelling.set(key, term);
  }
  if (bySpelling.size >= 2) return [...bySpelling.values()];
  throw new DomainError("invalid", "Name at least two different words or expressions", {
    key: "synonymNeedsTwo",
  });
}

function noSynonym(id: string): DomainError {
  return new DomainError("not-found", `No group of synonyms ${id}`, { key: "synonymNotFound" });
}
