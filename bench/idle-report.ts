import { type MeasuredProcess, type Memory, PARTS, type Part } from "./idle-processes.ts";
import { median } from "./statistics.ts";

export interface IdleRound {
  readonly readyMs: number;
  readonly processes: readonly MeasuredProcess[];
  readonly baseline: Memory;
}

interface Compared {
  readonly ours: Memory;
  readonly baseline: Memory;
  /** Baseline ÷ ours of RSS, as in the other benches; both names, so that one reader reads all. */
  readonly ratioP50: number;
  readonly ratioP99: number;
}

export interface IdleReport {
  readonly name: "idle";
  readonly rounds: number;
  readonly load: number;
  readonly unit: "MB";
  /** Seconds between ready and the measure. */
  readonly restSeconds: number;
  readonly results: { readonly program: Compared };
  readonly parts: readonly ({ part: Part; processes: number } & Memory)[];
  readonly stack: Memory;
  readonly readyMs: number;
  readonly marks: readonly { mark: string; limit: number; measured: number; met: boolean }[];
}

export function reportOf(
  rounds: readonly IdleRound[],
  run: { load: number; restSeconds: number },
): IdleReport {
  const of = (measure: (round: IdleRound) => number) => median(rounds.map(measure));
  const parts = PARTS.map((part) => ({
    part,
    processes: of((round) => only(round, part).length),
    rss: of((round) => sum(only(round, part), "rss")),
    pss: of((round) => sum(only(round, part), "pss")),
  }));
  const ours = {
    rss: of((round) => sum(only(round, "program"), "rss")),
    pss: of((round) => sum(only(round, "program"), "pss")),
  };
  const baseline = { rss: of((round) => round.baseline.rss), pss: of((round) => round.baseline.pss) };
  // Pages that the stack shares count once: RSS would count PostgreSQL's buffers in each of its processes.
  const stack = {
    rss: of((round) => sum(round.processes, "rss")),
    pss: of((round) => sum(round.processes, "pss")),
  };
  const readyMs = of((round) => round.readyMs);
  const ratio = of((round) => round.baseline.rss / sum(only(round, "program"), "rss"));
  return {
    name: "idle",
    rounds: rounds.length,
    ...run,
    unit: "MB",
    results: { program: { ours, baseline, ratioP50: ratio, ratioP99: ratio } },
    parts,
    stack,
    readyMs,
    marks: [
      mark("program at rest, RSS, MB", 200, ours.rss),
      mark("whole stack with voices, PSS, MB", 600, stack.pss),
      mark("second start to ready, s", 5, readyMs / 1_000),
    ],
  };
}

function only({ processes }: IdleRound, part: Part): readonly MeasuredProcess[] {
  return processes.filter((process) => process.part === part);
}

function sum(processes: readonly MeasuredProcess[], measure: keyof Memory): number {
  return processes.reduce((total, process) => total + process[measure], 0);
}

function mark(name: string, limit: number, measured: number) {
  return { mark: name, limit, measured, met: measured <= limit };
}

export function tableOf({ results, parts, stack, marks, ...run }: IdleReport): string {
  const row = (name: string, { rss, pss }: Memory, processes: number | "") =>
    `${name.padEnd(34)}${rss.toFixed(0).padStart(9)}${pss.toFixed(0).padStart(9)}${String(processes).padStart(12)}`;
  return `${[
    `Memory ${run.restSeconds} s after the second start of a demonstration, MB (median of ${run.rounds}; load ${run.load.toFixed(2)})`,
    "RSS counts a shared page in each process that holds it, PSS once in all.",
    "Voices end by themselves when the sentences are voiced (a minute or two after a first start).",
    "Baseline: an empty web server on the same Node. Not in it: load, browsers.",
    "",
    `${"".padEnd(34)}${"RSS".padStart(9)}${"PSS".padStart(9)}${"processes".padStart(12)}`,
    ...parts.map((part) => row(part.part, part, part.processes)),
    row("whole stack", stack, ""),
    row("an empty web server", results.program.baseline, 1),
    "",
    ...marks.map(
      ({ mark: name, limit, measured, met }) =>
        `${met ? "met   " : "MISSED"} ${name}: ${measured.toFixed(1)} (limit ${limit})`,
    ),
  ].join("\n")}\n`;
}
