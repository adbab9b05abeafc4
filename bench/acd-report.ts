import type { Size } from "./acd-centre.ts";
import { median, type Sample } from "./statistics.ts";

/** `agentFree`: an agent ends a talk, the best waiting call is found and offered. `callArrives`: a call comes, the best free agent is found and offered. */
type Kind = "agentFree" | "callArrives";

export interface AcdCase {
  readonly name: string;
  readonly kind: Kind;
  readonly size: Size;
}

/** What each of them holds is said in README.md. */
export interface Round {
  readonly decision: Sample;
  readonly command: Sample;
  readonly scan: Sample;
}

interface CaseResult {
  /** The decision. */
  readonly ours: Sample;
  readonly command: Sample;
  /** The scan. */
  readonly baseline: Sample;
  readonly ratioP50: number;
  readonly ratioP99: number;
}

interface Mark {
  readonly mark: string;
  readonly limit: number;
  readonly measured: number;
  readonly met: boolean;
  /** The same of the whole command, which has no mark. */
  readonly command: number;
}

export interface AcdReport {
  readonly name: "acd";
  readonly rounds: number;
  readonly load: number;
  readonly unit: "µs";
  readonly results: Record<string, CaseResult>;
  readonly marks: readonly Mark[];
}

export function reportOf(
  results: ReadonlyMap<string, Round[]>,
  { rounds, load }: { rounds: number; load: number },
): AcdReport {
  const out: AcdReport["results"] = {};
  for (const [name, list] of results) {
    out[name] = {
      ours: medians(list.map(({ decision }) => decision)),
      command: medians(list.map(({ command }) => command)),
      baseline: medians(list.map(({ scan }) => scan)),
      ratioP50: median(list.map(({ decision, scan }) => scan.p50 / decision.p50)),
      ratioP99: median(list.map(({ decision, scan }) => scan.p99 / decision.p99)),
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
function quietest(samples: readonly Sample[]): Sample {
  const least = (pick: (sample: Sample) => number): number => Math.min(...samples.map(pick));
  return { mean: least(({ mean }) => mean), p50: least(({ p50 }) => p50), p99: least(({ p99 }) => p99) };
}

function marksOf(results: ReadonlyMap<string, Round[]>): Mark[] {
  const marks: Mark[] = [];
  for (const kind of ["agentFree", "callArrives"]) {
    const of = (size: string, part: "decision" | "command"): Sample =>
      quietest((results.get(`${kind} ${size}`) ?? []).map((round) => round[part]));
    const add = (mark: string, limit: number, measure: (part: "decision" | "command") => number): void => {
      const measured = measure("decision");
      marks.push({
        mark: `${kind}: ${mark}`,
        limit,
        measured,
        met: measured <= limit,
        command: measure("command"),
      });
    };
    add("p99 at 1,000 × 1,000, µs", 2, (part) => of("1000x1000 5q", part).p99);
    add("p99 at 100,000 × 100,000, µs", 5, (part) => of("100000x100000 5q", part).p99);
    add(
      "cost 100,000 : 15 agents",
      8,
      (part) => of("100000x100000 5q", part).p50 / of("15x100 5q", part).p50,
    );
    add(
      "cost 20 queues per agent : 1",
      1.5,
      (part) => of("1000x1000 20q", part).p50 / of("1000x1000 1q", part).p50,
    );
  }
  return marks;
}

export function tableOf(report: AcdReport, cases: readonly AcdCase[]): string {
  const lines = [
    `Routing decisions, µs (median of ${report.rounds} interleaved rounds; load ${report.load.toFixed(2)})`,
    "200 skills and queues with priorities, ageing, relax steps, patience and caps; 400 skill sets unless all differ.",
    "decision: choosing, the chosen out of the lines. command: all until what is to be written is returned, which is not written here.",
    "scan: what decision does, by looking at all the same records.",
    "",
    row(["", "", "", "queues/", "decision", "", "command", "", "", "scan", "", "faster", ""]),
    row([
      "case",
      "agents",
      "waiting",
      "agent",
      "p50",
      "p99",
      "p50",
      "p99",
      "a second",
      "p50",
      "p99",
      "p50",
      "p99",
    ]),
  ];
  for (const one of cases) {
    const result = report.results[one.name];
    if (result) lines.push(caseRow(one, result));
  }
  lines.push("", "Marks of the decision, by the quietest round; the same of the command, which has no mark:");
  for (const { mark, limit, measured, met, command } of report.marks) {
    lines.push(
      `${met ? "met   " : "MISSED"} ${mark}: ${measured.toFixed(2)} (limit ${limit}); command ${command.toFixed(2)}`,
    );
  }
  return `${lines.join("\n")}\n`;
}

function caseRow(
  { kind, size }: AcdCase,
  { ours, command, baseline, ratioP50, ratioP99 }: CaseResult,
): string {
  return row([
    `${kind}${size.skillSets > 400 ? " (all differ)" : ""}`,
    String(size.agents),
    String(size.waiting),
    String(size.queuesPerAgent),
    ours.p50.toFixed(2),
    ours.p99.toFixed(2),
    command.p50.toFixed(2),
    command.p99.toFixed(2),
    Math.round(1e6 / command.mean).toLocaleString("en"),
    baseline.p50.toFixed(2),
    baseline.p99.toFixed(2),
    `${ratioP50.toFixed(1)}×`,
    `${ratioP99.toFixed(1)}×`,
  ]);
}

const WIDTHS = [26, 8, 8, 8, 9, 7, 9, 7, 10, 10, 10, 10, 9];
function row(cells: readonly string[]): string {
  return cells
    .map((cell, n) => (n === 0 ? cell.padEnd(WIDTHS[n] ?? 10) : cell.padStart(WIDTHS[n] ?? 10)))
    .join("");
}
