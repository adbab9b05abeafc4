import type { Reading, ReadToCitizen } from "@vera/contracts/knowledge";
import { type ArticleId, actorId, actorName, type Context, DomainError, emit } from "../../platform/index.ts";
import { articleReadToCitizen } from "../events.ts";
import { readVersion } from "../store.ts";
import { countUse } from "../use/store.ts";
import { isUnpublished } from "../validity.ts";
import { insertReading, type ReadingRow, readReading, readReadingsIn } from "./store.ts";

/**
 * Keeps which text was read to the citizen in this contact. Once per version and contact: pressing twice notes it once.
 * A version that was replaced while the agent was reading it is accepted: that is what the citizen heard.
 */
export async function readToCitizen(
  ctx: Context,
  { articleId, versionId, interactionId, citizenId = null }: ReadToCitizen & { articleId: ArticleId },
): Promise<Reading> {
  const version = await readVersion(ctx, versionId);
  if (!version || version.articleId !== articleId || isUnpublished(version)) {
    throw new DomainError("not-found", `No published version ${versionId} of this article`, {
      key: "articleVersionNotFound",
    });
  }
  const { tenantId, number } = version;
  const agentId = actorId(ctx.actor);
  const agentName = actorName(ctx.actor);
  const fresh = await insertReading(ctx, {
    tenantId,
    articleId,
    versionId,
    interactionId,
    citizenId,
    agentId,
    agentName,
  });
  if (fresh) {
    await countUse(ctx, { tenantId, articleId, readings: 1, useful: 0 });
    await emit(ctx, articleReadToCitizen, {
      tenantId,
      key: articleId,
      data: { articleId, versionId, number, interactionId, citizenId, agentId },
    });
  }
  return showReading(await readReading(ctx, { interactionId, versionId }));
}

function showReading(row: ReadingRow): Reading {
  return { ...row, at: row.at.toISOString() };
}

export interface ArticleRead {
  readonly articleId: string;
  readonly version: number;
  readonly title: string;
  readonly at: Date;
}

/** What was read in one interaction, in order; for the interaction's own page. */
export async function articlesReadIn(ctx: Context, interactionId: string): Promise<ArticleRead[]> {
  const rows = await readReadingsIn(ctx, interactionId);
  return rows.map(({ articleId, versionNumber, title, at }) => ({
    articleId,
    version: versionNumber,
    title,
    at,
  }));
}
