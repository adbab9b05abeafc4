import type { MinuteSpan } from "./rules.ts";

/** Sorted, without overlaps; touching spans become one. Empty spans vanish. */
export function union(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const sorted = spans.filter(({ start, end }) => end > start).sort((a, b) => a.start - b.start);
  const merged: MinuteSpan[] = [];
  for (const span of sorted) {
    const last = merged.at(-1);
    if (last && span.start <= last.end) {
      merged[merged.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    } else {
      merged.push({ start: span.start, end: span.end });
    }
  }
  return merged;
}

/** What remains of `spans` outside every one of `holes`. */
export function without(spans: readonly MinuteSpan[], holes: readonly MinuteSpan[]): MinuteSpan[] {
  let remaining = union(spans);
  for (const hole of holes) {
    remaining = remaining.flatMap(({ start, end }) =>
      [
        { start, end: Math.min(end, hole.start) },
        { start: Math.max(start, hole.end), end },
      ].filter((piece) => piece.end > piece.start),
    );
  }
  return remaining;
}

export function covers(span: MinuteSpan, minute: number): boolean {
  return span.start <= minute && minute < span.end;
}
