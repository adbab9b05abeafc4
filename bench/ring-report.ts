import type { RingLoad } from "./ring-measures.ts";
import { median, type Sample } from "./statistics.ts";

export const MEASURES = ["freeAgentToRing", "callerToRing", "inviteToSound"] as const;
export type Measure = (typeof MEASURES)[number];

export interface Round {
  readonly ours: Sample;
  readonly baseline: Sample;
}

interface Result extends Round {
  readonly ratioP50: number;
  readonly ratioP99: number;
}

interface Mark {
  readonly mark: string;
  readonly limit: number;
  readonly measured: number;
  readonly met: boolean;
}

export interface RingReport {
  readonly name: "ring";
  readonly rounds: number;
  readonly load: number;
  readonly unit: "ms";
  readonly results: Readonly<Record<string, Result>>;
  readonly marks: readonly Mark[];
}

/** Medians over the rounds; the ratios are medians of each round's own ratio, so that a noisy moment hits both sides. */
export function reportOf(
  results: ReadonlyMap<Measure, readonly Round[]>,
  { rounds, load }: { rounds: number; load: number },
): RingReport {
  const out = Object.fromEntries([...results].map(([measure, list]) => [measure, resultOf(list)]));
  return { name: "ring", rounds, load, unit: "ms", results: out, marks: marksOf(out) };
}

function resultOf(rounds: readonly Round[]): Result {
  return {
    ours: medians(rounds.map(({ ours }) => ours)),
    baseline: medians(rounds.map(({ baseline }) => baseline)),
    ratioP50: median(rounds.map(({ ours, baseline }) => baseline.p50 / ours.p50)),
    ratioP99: median(rounds.map(({ ours, baseline }) => baseline.p99 / ours.p99)),
  };
}

function medians(samples: readonly Sample[]): Sample {
  return {
    mean: median(samples.map(({ mean }) => mean)),
    p50: median(samples.map(({ p50 }) => p50)),
    p99: median(samples.map(({ p99 }) => p99)),
  };
}

function marksOf(results: Readonly<Record<string, Result>>): Mark[] {
  const free = results["freeAgentToRing"];
  const caller = results["callerToRing"];
  const sound = results["inviteToSound"];
  if (!free || !caller || !sound) return [];
  const atMost = (mark: string, limit: number, measured: number): Mark => ({
    mark,
    limit,
    measured,
    met: measured <= limit,
  });
  return [
    atMost("agent free → telephone rings, p50 ms", 6, free.ours.p50),
    atMost("agent free → telephone rings, p99 ms", 25, free.ours.p99),
    atMost("the same, share of Queue()'s p50 (80× faster = 0.0125)", 1 / 80, 1 / free.ratioP50),
    atMost("caller → telephone rings, times Queue()'s p50", 2, 1 / caller.ratioP50),
    atMost("INVITE → first sound, p50 ms", 10, sound.ours.p50),
  ];
}

export function tableOf(report: RingReport, load: RingLoad): string {
  const lines = [
    `Telephones, ms (median of ${report.rounds} rounds in turn; load ${report.load.toFixed(2)})`,
    `${load.agents} agents, ${load.waiting} callers waiting, ${load.samples} samples a round and measure; SIP and sound on loopback.`,
    "Ours: flow, router, PostgreSQL, recording, all of it. Baseline: Answer() + Queue() or Playback() of the same Asterisk, no recording.",
    "",
    row(["measure", "p50", "p99", "Queue() p50", "p99", "faster p50", "p99"]),
  ];
  for (const [measure, { ours, baseline, ratioP50, ratioP99 }] of Object.entries(report.results)) {
    const figures = [ours.p50, ours.p99, baseline.p50, baseline.p99].map((value) => value.toFixed(1));
    lines.push(row([measure, ...figures, `${ratioP50.toFixed(2)}×`, `${ratioP99.toFixed(2)}×`]));
  }
  lines.push("");
  for (const { mark, limit, measured, met } of report.marks) {
    lines.push(`${met ? "met   " : "MISSED"} ${mark}: ${measured.toFixed(4)} (limit ${limit.toFixed(4)})`);
  }
  return `${lines.join("\n")}\n`;
}

function row(cells: readonly string[]): string {
  return cells.map((cell, n) => (n === 0 ? cell.padEnd(18) : cell.padStart(13))).join("");
}
