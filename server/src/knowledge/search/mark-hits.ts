import type { TextPart } from "@vera/contracts/knowledge";
import { foldText } from "./read-query.ts";

/** Signs of the private area, which no kept text contains (clean-body.ts): the database marks found words with them. */
export const HIT_START = "\u{E000}";
export const HIT_END = "\u{E001}";

interface Marked {
  readonly original: string;
  /** The same text folded, sign for sign, with found words between HIT_START and HIT_END. */
  readonly folded: string;
  /** The half-typed last word, folded; its beginnings are marked too. */
  readonly prefix: string | null;
}

/** Which signs of the original belong to found words. */
function hitsOf({ original, folded, prefix }: Marked): boolean[] {
  const length = [...original].length;
  const hits: boolean[] = [];
  let inside = false;
  for (const sign of folded) {
    if (sign === HIT_START) inside = true;
    else if (sign === HIT_END) inside = false;
    else hits.push(inside);
  }
  // Were the two not sign for sign, marks would land on wrong letters: rather none.
  const right = hits.length === length ? hits : new Array<boolean>(length).fill(false);
  return prefix && prefix.length > 1 ? withPrefix(right, foldText(original), prefix) : right;
}

function withPrefix(hits: readonly boolean[], folded: string, prefix: string): boolean[] {
  const marked = [...hits];
  const signs = [...folded];
  const isLetter = (sign: string | undefined) => sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
  for (let at = 0; at < signs.length; at += 1) {
    if (
      isLetter(signs[at - 1]) ||
      !signs
        .slice(at, at + prefix.length)
        .join("")
        .startsWith(prefix)
    )
      continue;
    for (let next = at; isLetter(signs[next]); next += 1) marked[next] = true;
  }
  return marked;
}

export function markHits(marked: Marked): TextPart[] {
  const hits = hitsOf(marked);
  return partsOf([...marked.original], hits);
}

/** About two lines of the desk's side panel. */
const EXCERPT = 180;

/** The stretch with most found words, cut at spaces, in parts that are safe to show as text. */
export function cutExcerpt(marked: Marked): TextPart[] {
  const signs = [...marked.original].map((sign) => (sign === "\n" ? " " : sign));
  const hits = hitsOf(marked);
  if (signs.length <= EXCERPT) return partsOf(signs, hits);
  const start = wordStart(signs, bestStart(hits));
  const end = wordEnd(signs, Math.min(signs.length, start + EXCERPT));
  const before = start > 0 ? ["…"] : [];
  const after = end < signs.length ? ["…"] : [];
  return partsOf(
    [...before, ...signs.slice(start, end), ...after],
    [...before.map(() => false), ...hits.slice(start, end), ...after.map(() => false)],
  );
}

/** Where a window of EXCERPT signs holds most found signs; the first of equals, with some words before it. */
function bestStart(hits: readonly boolean[]): number {
  const inWindow = (at: number) => (hits[at] ? 1 : 0);
  let count = 0;
  let best = { count: 0, start: 0 };
  for (let end = 0; end < hits.length; end += 1) {
    count += inWindow(end) - (end >= EXCERPT ? inWindow(end - EXCERPT) : 0);
    if (count > best.count) best = { count, start: Math.max(0, end - EXCERPT + 1) };
  }
  const first = hits.indexOf(true, best.start);
  return first < 0 ? 0 : Math.max(0, Math.min(first - 30, hits.length - EXCERPT));
}

function wordStart(signs: readonly string[], at: number): number {
  if (at === 0) return 0;
  const space = signs.indexOf(" ", at);
  return space < 0 || space - at > 30 ? at : space + 1;
}

function wordEnd(signs: readonly string[], at: number): number {
  if (at >= signs.length) return signs.length;
  const space = signs.lastIndexOf(" ", at);
  return at - space > 30 ? at : space;
}

function partsOf(signs: readonly string[], hits: readonly boolean[]): TextPart[] {
  const parts: TextPart[] = [];
  for (const [at, sign] of signs.entries()) {
    const hit = hits[at] ?? false;
    const last = parts.at(-1);
    if (last?.hit === hit) last.text += sign;
    else parts.push({ text: sign, hit });
  }
  return parts;
}
