import type { Gap, NewGap } from "@vera/contracts/knowledge-care";
import {
  audit,
  type Context,
  DomainError,
  inScope,
  type TenantId,
  type TopicId,
} from "../../platform/index.ts";
import { readTopicsById } from "../../tenants/index.ts";
import { foldText } from "../search/read-query.ts";
import { countGap, readGaps, settleGap } from "./store.ts";

/** "Asked, not found": what the same words asked is counted together. */
export async function noteGap(ctx: Context, given: NewGap & { fromPublic?: boolean }): Promise<void> {
  const tenantId = given.tenantId as TenantId;
  inScope(ctx, tenantId);
  const asked = askedWords(given.asked);
  if (asked === "") return;
  await countGap(ctx, {
    tenantId,
    asked,
    topicId: await knownTopic(ctx, given.topicId),
    fromPublic: given.fromPublic ? 1 : 0,
  });
}

/** Folded words without what may name a person: numbers of five digits and more, addresses of mail. */
export function askedWords(text: string): string {
  return foldText(text.normalize("NFC"))
    .replace(/\S+@\S+/g, " ")
    .replace(/\d[\d.\-/ ]{3,}\d/g, " ")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .slice(0, 120);
}

export async function listGaps(ctx: Context): Promise<Gap[]> {
  return (await readGaps(ctx)).map(({ firstAt, lastAt, ...row }) => ({
    ...row,
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
  }));
}

/** There is a text now, or there need not be one. */
export async function markGapSettled(ctx: Context, id: string): Promise<void> {
  const tenantId = await settleGap(ctx, id);
  if (tenantId === undefined) {
    throw new DomainError("not-found", `No open question ${id}`, { key: "gapNotFound" });
  }
  await audit(ctx, { action: "article-gap.settled", subject: { kind: "article-gap", id }, tenantId });
}

async function knownTopic(ctx: Context, topicId: string | null | undefined): Promise<string | null> {
  if (!topicId) return null;
  const [topic] = await readTopicsById(ctx, [topicId as TopicId]);
  return topic?.id ?? null;
}
