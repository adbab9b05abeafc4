export interface DiffLine {
  kind: "same" | "added" | "removed";
  text: string;
}

/** What turns one text into the other, line by line: longest common subsequence, removed before added. */
export function diffLines(before: string, after: string): DiffLine[] {
  const a = before.split("\n");
  const b = after.split("\n");
  const common = commonLengths(a, b);
  const width = b.length + 1;
  const lines: DiffLine[] = [];
  let i = 0;
  let j = 0;
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      lines.push({ kind: "same", text: a[i] ?? "" });
      i += 1;
      j += 1;
    } else if (
      j >= b.length ||
      (i < a.length && at(common, (i + 1) * width + j) >= at(common, i * width + j + 1))
    ) {
      lines.push({ kind: "removed", text: a[i] ?? "" });
      i += 1;
    } else {
      lines.push({ kind: "added", text: b[j] ?? "" });
      j += 1;
    }
  }
  return lines;
}

/** [i, j] → length of the longest common subsequence of a[i…] and b[j…], row by row. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const lengths = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      lengths[i * width + j] =
        a[i] === b[j]
          ? at(lengths, (i + 1) * width + j + 1) + 1
          : Math.max(at(lengths, (i + 1) * width + j), at(lengths, i * width + j + 1));
    }
  }
  return lengths;
}

function at(values: Uint16Array, index: number): number {
  return values[index] ?? 0;
}

export type DiffChunk = { kind: "lines"; lines: DiffLine[] } | { kind: "hidden"; count: number };

/** Lines that did not change are folded away, but for some around each change. */
export function foldDiff(lines: readonly DiffLine[], around = 3): DiffChunk[] {
  const near = lines.map((_, index) =>
    lines.slice(Math.max(0, index - around), index + around + 1).some(({ kind }) => kind !== "same"),
  );
  const chunks: DiffChunk[] = [];
  lines.forEach((line, index) => {
    const last = chunks.at(-1);
    if (near[index]) {
      if (last?.kind === "lines") last.lines.push(line);
      else chunks.push({ kind: "lines", lines: [line] });
    } else if (last?.kind === "hidden") last.count += 1;
    else chunks.push({ kind: "hidden", count: 1 });
  });
  return chunks;
}
