import type { Context } from "../../platform/index.ts";
import { type Book, keyOf } from "./competent-office.ts";
import { type BookRow, readBook, readRules } from "./store.ts";

/** Published versions never change, so each is read once. */
const KEPT = 20;
const published = new Map<string, OpenBook>();

export interface OpenBook {
  readonly row: BookRow;
  readonly book: Book;
}

/** A published version, ready to be asked. */
export async function openBook(ctx: Context, bookId: string): Promise<OpenBook | undefined> {
  const known = published.get(bookId);
  if (known) return known;
  const row = await readBook(ctx, bookId);
  if (!row) return undefined;
  const opened = await ready(ctx, row);
  if (row.number === null || !opened) return opened;
  published.set(bookId, opened);
  const [oldest] = published.keys();
  if (published.size > KEPT && oldest !== undefined) published.delete(oldest);
  return opened;
}

/** Undefined while nobody's matters have no owner: such a draft answers nothing. */
async function ready(ctx: Context, row: BookRow): Promise<OpenBook | undefined> {
  if (row.fallbackOfficeId === null) return undefined;
  const rules = await readRules(ctx, row.id);
  return {
    row,
    book: {
      rules: new Map(rules.map((rule) => [keyOf(rule), rule])),
      fallbackOfficeId: row.fallbackOfficeId,
    },
  };
}
