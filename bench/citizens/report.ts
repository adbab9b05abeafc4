export interface Measure {
  /** Milliseconds of a whole transaction. */
  readonly ours: { readonly p50: number; readonly p99: number };
  readonly baseline: { readonly p50: number; readonly p99: number };
  readonly ratioP50: number;
  readonly ratioP99: number;
  /** At 20 answers. */
  readonly recall?: { readonly ours: number; readonly baseline: number };
}

interface Mark {
  readonly mark: string;
  readonly limit: number;
  readonly measured: number;
  readonly met: boolean;
}

export interface CitizensReport {
  readonly name: "citizens";
  readonly rows: number;
  /** Distinct words in the names. */
  readonly words: number;
  readonly rounds: number;
  readonly load: number;
  readonly unit: "ms";
  readonly results: Readonly<Record<string, Measure>>;
  /** p50 here ÷ p50 with a tenth of the people. */
  readonly growth: Readonly<Record<string, number>>;
  readonly marks: readonly Mark[];
}

const MOST_PINGS = 2;
const NAME_P50_MS = 2;
const NAME_P99_MS = 10;
const LEAST_RECALL = 0.98;
const MOST_GROWTH = 1.5;

export function marksOf(
  results: Readonly<Record<string, Measure>>,
  growth: Readonly<Record<string, number>>,
): Mark[] {
  return Object.entries(results).flatMap(([name, { ours, ratioP50, recall }]) => {
    if (!recall) return [atMost(`${name}: pings, p50`, MOST_PINGS, 1 / ratioP50)];
    return [
      atMost(`${name}: p50, ms`, NAME_P50_MS, ours.p50),
      atMost(`${name}: p99, ms`, NAME_P99_MS, ours.p99),
      {
        mark: `${name}: recall@20, at least`,
        limit: LEAST_RECALL,
        measured: recall.ours,
        met: recall.ours >= LEAST_RECALL,
      },
      atMost(`${name}: time at ten times the people`, MOST_GROWTH, growth[name] ?? 0),
    ];
  });
}

function atMost(mark: string, limit: number, measured: number): Mark {
  return { mark, limit, measured, met: measured <= limit };
}

export function tableOf({ results, marks, ...run }: CitizensReport): string {
  const row = (cells: readonly string[]) =>
    cells.map((cell, n) => (n === 0 ? cell.padEnd(10) : cell.padStart(12))).join("");
  return `${[
    `One of ${run.rows} people, ${run.words} distinct words in their names; ms of a whole transaction (median of ${run.rounds} interleaved rounds; load ${run.load.toFixed(2)})`,
    "Baseline of dni and phone: a transaction with `select 1`. Of names: pg_trgm word similarity with a GIN index on the same rows.",
    "Not in it: HTTP, signing in, the browser. Memory is warm.",
    "",
    row(["", "p50", "p99", "base p50", "base p99", "recall@20", "base recall"]),
    ...Object.entries(results).map(([name, { ours, baseline, recall }]) =>
      row([
        name,
        ...[ours.p50, ours.p99, baseline.p50, baseline.p99].map((ms) => ms.toFixed(2)),
        recall?.ours.toFixed(3) ?? "",
        recall?.baseline.toFixed(3) ?? "",
      ]),
    ),
    "",
    ...marks.map(
      ({ mark, limit, measured, met }) =>
        `${met ? "met   " : "MISSED"} ${mark}: ${measured.toFixed(3)} (limit ${limit})`,
    ),
  ].join("\n")}\n`;
}
