import type {
  CompetenceBook,
  CompetenceRule,
  PublishCompetence,
  SaveCompetenceDraft,
} from "@vera/contracts/competence";
import {
  audit,
  type Context,
  DomainError,
  emit,
  inScope,
  type TenantId,
  type TopicId,
} from "../../platform/index.ts";
import { readTopicsById } from "../../tenants/index.ts";
import { competencePublished } from "../events.ts";
import { keyOf } from "./competent-office.ts";
import {
  type BookRow,
  publishDraft,
  readBook,
  readDraft,
  readOfficeCards,
  readRules,
  writeDraft,
} from "./store.ts";

/** The draft, written whole; what cannot be right is refused at once, with the line that is wrong. */
export async function saveDraft(ctx: Context, given: SaveCompetenceDraft): Promise<CompetenceBook> {
  const tenantId = given.tenantId as TenantId;
  inScope(ctx, tenantId);
  await requireSound(ctx, given);
  const bookId = (await readDraft(ctx, tenantId))?.id ?? ctx.ids.uuid();
  await writeDraft(ctx, bookId, { ...given, tenantId });
  await audit(ctx, {
    action: "competence.draft-saved",
    subject: { kind: "competence-book", id: bookId },
    tenantId,
    detail: { rules: given.rules.length },
  });
  return await showBook(ctx, bookId);
}

/** From its instant on every question is answered by it; tickets that are under way stay where they are. */
export async function publishBook(ctx: Context, given: PublishCompetence): Promise<CompetenceBook> {
  const tenantId = given.tenantId as TenantId;
  inScope(ctx, tenantId);
  const book = await foundDraft(ctx, tenantId);
  if (book.fallbackOfficeId === null) {
    throw new DomainError("invalid", "Say which office takes what no rule gives to anybody; then publish", {
      key: "competenceFallbackMissing",
    });
  }
  const shownBook = await showBook(ctx, book.id);
  // Offices and topics may have closed since it was saved.
  await requireSound(ctx, shownBook);
  const now = ctx.clock.now();
  const effectiveFrom = given.effectiveFrom ? new Date(given.effectiveFrom) : now;
  if (effectiveFrom < now) {
    throw new DomainError("invalid", "Rules cannot hold from a moment that has passed", {
      key: "competenceInPast",
    });
  }
  await publishDraft(ctx, { book, effectiveFrom, note: given.note.trim() });
  await audit(ctx, {
    action: "competence.published",
    subject: { kind: "competence-book", id: book.id },
    tenantId,
    detail: { effectiveFrom: effectiveFrom.toISOString(), rules: shownBook.rules.length },
  });
  await emit(ctx, competencePublished, {
    tenantId,
    key: book.id,
    data: { bookId: book.id, effectiveFrom: effectiveFrom.toISOString() },
  });
  return await showBook(ctx, book.id);
}

export async function foundDraft(ctx: Context, tenantId: TenantId): Promise<BookRow> {
  const draft = await readDraft(ctx, tenantId);
  if (draft) return draft;
  throw new DomainError("not-found", "There is no draft of the rules of competence here; save one first", {
    key: "competenceNoDraft",
  });
}

export async function showBook(ctx: Context, bookId: string): Promise<CompetenceBook> {
  const book = await readBook(ctx, bookId);
  // Everybody's questions may read a published book; it is kept and shown where it belongs.
  if (!book || (ctx.scope !== "system" && !ctx.scope.includes(book.tenantId)))
    throw new DomainError("not-found", `No rules of competence ${bookId} here`, { key: "competenceNoBook" });
  const rules = await readRules(ctx, bookId);
  return {
    ...showBookHead(book),
    rules: rules.map(({ id: _id, officeId, ...rule }) => ({
      ...rule,
      target: officeId === null ? { kind: "local-government" } : { kind: "office", officeId },
    })),
  };
}

export function showBookHead(book: BookRow): Omit<CompetenceBook, "rules"> {
  return { ...book, effectiveFrom: book.effectiveFrom?.toISOString() ?? null };
}

/** No two rules for one matter, no office that takes no tickets, no topic that is not there. */
async function requireSound(
  ctx: Context,
  { rules, fallbackOfficeId }: Pick<SaveCompetenceDraft, "rules" | "fallbackOfficeId">,
): Promise<void> {
  requireOneOwnerEach(rules);
  const officeIds = rules.flatMap(({ target, secondInstance }) => [
    ...(target.kind === "office" ? [target.officeId] : []),
    ...(secondInstance ? [secondInstance.firstOfficeId] : []),
  ]);
  const cards = await readOfficeCards(ctx, [...officeIds, ...(fallbackOfficeId ? [fallbackOfficeId] : [])]);
  const closed = [...officeIds, fallbackOfficeId].find((id) => id !== null && !cards.has(id));
  if (closed) {
    throw new DomainError("invalid", `The office ${closed} takes no tickets`, {
      key: "competenceOfficeClosed",
      params: { line: 1 + rules.findIndex((rule) => JSON.stringify(rule).includes(closed)) },
    });
  }
  const topicIds = rules.flatMap(({ topicId }) => (topicId ? [topicId as TopicId] : []));
  const topics = new Set((await readTopicsById(ctx, [...new Set(topicIds)])).map(({ id }) => id as string));
  const lost = topicIds.find((id) => !topics.has(id));
  if (lost) {
    throw new DomainError("invalid", `No topic ${lost} here`, {
      key: "competenceTopicUnknown",
      params: { line: 1 + rules.findIndex(({ topicId }) => topicId === lost) },
    });
  }
}

function requireOneOwnerEach(rules: readonly CompetenceRule[]): void {
  const first = new Map<string, number>();
  for (const [index, rule] of rules.entries()) {
    const earlier = first.get(keyOf(rule));
    if (earlier !== undefined) {
      const lines = { first: earlier + 1, second: index + 1 };
      throw new DomainError(
        "invalid",
        `Rules ${lines.first} and ${lines.second} are about the same topic, place and legal owner: a matter has one owner`,
        { key: "competenceTwoOwners", params: lines },
      );
    }
    first.set(keyOf(rule), index);
  }
}
