import type { ArticleHit, FindArticlesQuery, FoundArticles } from "@vera/contracts/knowledge";
import {
  type Context,
  DomainError,
  type TenantId,
  type TenantScope,
  type TopicId,
} from "../../platform/index.ts";
import { readTopic } from "../../tenants/index.ts";
import { cutExcerpt, markHits } from "./mark-hits.ts";
import { queryWords } from "./read-query.ts";
import {
  type EditableRow,
  type Filter,
  type HitRow,
  listEditable,
  listMostRead,
  listPublished,
  searchSimilar,
  searchWords,
} from "./store.ts";

const DEFAULT_LIMIT = 20;
/** Older readings say little of what is asked now. */
const READ_WITHIN_DAYS = 90;
const DAY_MS = 86_400_000;
const UUID_LENGTH = 36;
/** Shorter words (de, la, por) resemble everything. */
const MIN_SIMILAR = 4;

/** All words first, then some of them, then what resembles them: an agent in a call wants something to read. */
export async function findArticles(
  ctx: Context,
  query: FindArticlesQuery,
  edits: TenantScope,
): Promise<FoundArticles> {
  const words = queryWords(query.q ?? "");
  const filter: Filter = {
    tenantId: (query.tenantId as TenantId | undefined) ?? null,
    topicIds: query.topicId === undefined ? null : await topicAndAbove(ctx, query.topicId as TopicId),
    limit: query.limit ?? DEFAULT_LIMIT,
  };
  const after = query.after === undefined ? null : parseCursor(query.after);
  const page = { ...filter, limit: filter.limit + 1, after };
  if (query.drafts) {
    const state = query.state ?? null;
    return pageOf("all", await listEditable(ctx, { page, tenants: edits, words, state }), filter.limit);
  }
  if (words.length > 0) return await search(ctx, words, filter);
  if (query.order === "most-read") {
    const since = new Date(ctx.clock.now().getTime() - READ_WITHIN_DAYS * DAY_MS);
    return show("most-read", await listMostRead(ctx, filter, since), null);
  }
  return pageOf(filter.topicIds ? "topic" : "all", await listPublished(ctx, page), filter.limit);
}

/** One row more than the page was asked for, so that it is known whether there is a next one. */
function pageOf(
  by: FoundArticles["by"],
  rows: readonly (HitRow | EditableRow)[],
  limit: number,
): FoundArticles {
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return { ...show(by, rows.slice(0, limit), null), next: last ? `${last.id}${last.title}` : null };
}

function parseCursor(after: string): { id: string; title: string } {
  const id = after.slice(0, UUID_LENGTH);
  if (!/^[0-9a-f-]{36}$/.test(id)) {
    throw new DomainError("invalid", "`after` is not the `next` of a page of this list", {
      key: "cursorUnknown",
    });
  }
  return { id, title: after.slice(UUID_LENGTH) };
}

async function search(ctx: Context, words: readonly string[], filter: Filter): Promise<FoundArticles> {
  const prefix = words.at(-1) ?? null;
  const all = await searchWords(ctx, { words, joint: "and", filter });
  if (all.length > 0) return show("words", all, prefix);
  const long = words.filter((word) => word.length >= MIN_SIMILAR);
  // A slip in one word of two would else find everything that has the other word.
  const similar = long.length > 0 ? await searchSimilar(ctx, { words: long, filter }) : [];
  if (similar.length > 0) return show("similar", similar, prefix);
  const some = words.length > 1 ? await searchWords(ctx, { words, joint: "or", filter }) : [];
  return some.length > 0 ? show("some-words", some, prefix) : { by: "nothing", items: [], next: null };
}

/** An article on "Partidas" answers who asks about "Partidas › Nacimiento". */
async function topicAndAbove(ctx: Context, topicId: TopicId): Promise<TopicId[]> {
  const ids: TopicId[] = [];
  let next: TopicId | null = topicId;
  while (next !== null && !ids.includes(next)) {
    ids.push(next);
    next = (await readTopic(ctx, next)).parentId;
  }
  return ids;
}

function show(
  by: FoundArticles["by"],
  rows: readonly (HitRow | EditableRow)[],
  prefix: string | null,
): FoundArticles {
  return { by, items: rows.map((row) => showHit(row, prefix)), next: null };
}

function showHit(row: HitRow | EditableRow, prefix: string | null): ArticleHit {
  return {
    id: row.id,
    tenantId: row.tenantId,
    versionId: row.versionId,
    versionNumber: row.versionNumber,
    topicIds: [...row.topicIds],
    demo: row.demo,
    title: markHits({ original: row.title, folded: row.foldedTitle, prefix }),
    excerpt: cutExcerpt({ original: row.text, folded: row.foldedText, prefix }),
  };
}
