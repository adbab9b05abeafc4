import { median, type Sample, summarise } from "./statistics.ts";

export interface LiveRound {
  /** Milliseconds. */
  readonly delay: Sample;
  readonly cpuUsPerFrame: number;
}

interface Compared {
  readonly ours: { readonly p50: number; readonly p99: number };
  readonly baseline: { readonly p50: number; readonly p99: number };
  readonly ratioP50: number;
  readonly ratioP99: number;
}

export interface LiveReport {
  readonly name: "live";
  readonly rounds: number;
  readonly load: number;
  readonly unit: "ms";
  readonly screens: number;
  readonly results: { readonly eventToBoard: Compared };
  /** Microseconds of the serving process for each frame to one screen; ours includes the write to PostgreSQL. */
  readonly cpuUsPerFrame: { readonly ours: number; readonly baseline: number };
  readonly snapshotMs: { readonly p50: number; readonly p99: number };
  readonly marks: readonly { mark: string; limit: number; measured: number; met: boolean }[];
}

export function reportOf(
  results: { ours: LiveRound[]; baseline: LiveRound[]; snapshots: number[] },
  run: { rounds: number; load: number; screens: number },
): LiveReport {
  const of = (rounds: LiveRound[]) => ({
    p50: median(rounds.map(({ delay }) => delay.p50)),
    p99: median(rounds.map(({ delay }) => delay.p99)),
  });
  const ratio = (quantile: "p50" | "p99") =>
    median(
      results.ours.map((round, n) => (results.baseline[n]?.delay[quantile] ?? 0) / round.delay[quantile]),
    );
  const cpu = (rounds: LiveRound[]) => median(rounds.map(({ cpuUsPerFrame }) => cpuUsPerFrame));
  const ours = of(results.ours);
  const snapshot = summarise(Float64Array.from(results.snapshots));
  const mark = (name: string, limit: number, measured: number) => ({
    mark: name,
    limit,
    measured,
    met: measured <= limit,
  });
  return {
    name: "live",
    ...run,
    unit: "ms",
    results: {
      eventToBoard: {
        ours,
        baseline: of(results.baseline),
        ratioP50: ratio("p50"),
        ratioP99: ratio("p99"),
      },
    },
    cpuUsPerFrame: { ours: cpu(results.ours), baseline: cpu(results.baseline) },
    snapshotMs: { p50: snapshot.p50, p99: snapshot.p99 },
    marks: [
      mark(`event to ${run.screens} boards, p99, ms`, 100, ours.p99),
      mark("snapshot, p99, ms", 50, snapshot.p99),
    ],
  };
}

export function tableOf({ results, cpuUsPerFrame, snapshotMs, marks, ...run }: LiveReport): string {
  const { ours, baseline } = results.eventToBoard;
  const row = (name: string, p50: number, p99: number, cpu: number) =>
    `${name.padEnd(34)}${p50.toFixed(2).padStart(9)}${p99.toFixed(2).padStart(9)}${cpu.toFixed(1).padStart(14)}`;
  return `${[
    `Event to ${run.screens} connected boards, ms (median of ${run.rounds} interleaved rounds; load ${run.load.toFixed(2)})`,
    "Ours: from before the event is written, through PostgreSQL, the board and the real server; what comes within 40 ms goes together.",
    "Baseline: ws, one frame built once and written to every socket at once; no database, no state, no gathering.",
    "Not in it: the browser. The screens run in a process of their own on the same machine.",
    "",
    `${"".padEnd(34)}${"p50".padStart(9)}${"p99".padStart(9)}${"CPU µs/frame".padStart(14)}`,
    row("ours", ours.p50, ours.p99, cpuUsPerFrame.ours),
    row("bare broadcast", baseline.p50, baseline.p99, cpuUsPerFrame.baseline),
    "",
    `snapshot after subscribing: p50 ${snapshotMs.p50.toFixed(2)} ms, p99 ${snapshotMs.p99.toFixed(2)} ms`,
    ...marks.map(
      ({ mark, limit, measured, met }) =>
        `${met ? "met   " : "MISSED"} ${mark}: ${measured.toFixed(2)} (limit ${limit})`,
    ),
  ].join("\n")}\n`;
}
