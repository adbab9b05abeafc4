import type { DrillDown, DrillDownQuery } from "@vera/contracts/reporting";
import { userNames } from "../../identity/index.ts";
import { type Context, DomainError, type UserId } from "../../platform/index.ts";
import type { Catalogue } from "../catalogue.ts";
import { figureQuery } from "./figure-query.ts";
import { listCounted } from "./store.ts";

/** What stands behind one number: the sums of both columns over all pages are that number. */
export async function drillDown(
  ctx: Context,
  catalogue: Catalogue,
  asked: DrillDownQuery,
): Promise<DrillDown> {
  const limit = asked.limit ?? 100;
  const borders = [new Date(asked.from), new Date(asked.to)];
  const query = await figureQuery(ctx, catalogue, { asked, borders });
  const after = asked.cursor === undefined ? null : readCursor(asked.cursor);
  const rows = await listCounted(ctx, { ...query, after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  const agentIds = [...new Set(shown.map((row) => row.agentId).filter((id) => id !== null))];
  const agents: ReadonlyMap<string, string> = await userNames(ctx, agentIds as UserId[]);
  const hasQueues = shown.some((row) => row.queueId !== null);
  const queues = new Map((hasQueues ? await catalogue.queues(ctx) : []).map(({ id, name }) => [id, name]));
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ factId: _factId, cursorAt: _cursorAt, ...row }) => ({
      ...row,
      at: row.at.toISOString(),
      queueName: row.queueId === null ? null : (queues.get(row.queueId) ?? null),
      agentName: row.agentId === null ? null : (agents.get(row.agentId) ?? null),
    })),
    nextCursor: last ? Buffer.from(`${last.factId}${last.cursorAt}`).toString("base64url") : null,
  };
}

const CURSOR = /^([0-9a-f-]{36})(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)$/;

function readCursor(text: string): { at: string; factId: string } {
  const [, factId, at] = CURSOR.exec(Buffer.from(text, "base64url").toString()) ?? [];
  if (factId === undefined || at === undefined) {
    throw new DomainError("invalid", "This cursor does not belong to this list; start from the first page", {
      key: "cursorUnknown",
    });
  }
  return { at, factId };
}
