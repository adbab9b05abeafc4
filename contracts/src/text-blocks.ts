/** A paragraph with its line breaks, or a list; what people write as text, shown as what they mean. */
export type TextBlock =
  | { readonly kind: "paragraph"; readonly text: string }
  | { readonly kind: "list"; readonly ordered: boolean; readonly items: readonly string[] };

const BULLET = /^\s*[-*•]\s+(.*)$/;
const NUMBER = /^\s*\d{1,2}[.)]\s+(.*)$/;

/**
 * Plain text in blocks: lines that begin with "- ", "* " or "• " are a list, with "1. " or "1) " a numbered one, an empty line ends
 * a paragraph. Nothing else has a meaning: no markup, so nothing that a reader's page could run.
 */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let lines: string[] = [];
  const endParagraph = (): void => {
    if (lines.length > 0) blocks.push({ kind: "paragraph", text: lines.join("\n") });
    lines = [];
  };
  let items: string[] | undefined;
  let ordered = false;
  for (const line of text.split(/\r?\n/)) {
    const item = itemOf(line);
    if (!item) {
      items = undefined;
      if (line.trim() === "") endParagraph();
      else lines.push(line.trim());
      continue;
    }
    endParagraph();
    if (!items || ordered !== item.ordered) {
      items = [];
      ordered = item.ordered;
      blocks.push({ kind: "list", ordered, items });
    }
    items.push(item.text);
  }
  endParagraph();
  return blocks;
}

function itemOf(line: string): { ordered: boolean; text: string } | undefined {
  const bullet = BULLET.exec(line)?.[1];
  if (bullet !== undefined) return { ordered: false, text: bullet.trim() };
  const number = NUMBER.exec(line)?.[1];
  return number === undefined ? undefined : { ordered: true, text: number.trim() };
}
