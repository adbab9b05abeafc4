import { median, type Sample } from "./statistics.ts";

export interface TicketRound {
  readonly perSecond: number;
  readonly latencyMs: Sample;
  /** Of our process (with the client) and PostgreSQL, for each. */
  readonly cpuMsEach: number;
}

interface Side {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly cpuMsEach: number;
}

export interface TicketReport {
  readonly name: "tickets";
  readonly rounds: number;
  readonly load: number;
  readonly clients: number;
  /** For each round. */
  readonly tickets: number;
  readonly results: {
    /** Milliseconds from request to answer. */
    readonly opening: {
      readonly ours: Side;
      readonly baseline: Side;
      readonly ratioP50: number;
      readonly ratioP99: number;
    };
  };
  readonly marks: readonly { mark: string; limit: number; measured: number; met: boolean }[];
}

export function reportOf(
  results: { ours: readonly TicketRound[]; baseline: readonly TicketRound[] },
  run: { rounds: number; load: number; clients: number; tickets: number },
): TicketReport {
  const side = (rounds: readonly TicketRound[]): Side => ({
    perSecond: median(rounds.map(({ perSecond }) => perSecond)),
    p50: median(rounds.map(({ latencyMs }) => latencyMs.p50)),
    p99: median(rounds.map(({ latencyMs }) => latencyMs.p99)),
    cpuMsEach: median(rounds.map(({ cpuMsEach }) => cpuMsEach)),
  });
  const [ours, baseline] = [side(results.ours), side(results.baseline)];
  const cpu = ours.cpuMsEach / baseline.cpuMsEach;
  return {
    name: "tickets",
    ...run,
    results: {
      opening: { ours, baseline, ratioP50: baseline.p50 / ours.p50, ratioP99: baseline.p99 / ours.p99 },
    },
    marks: [
      {
        mark: "durable tickets per second",
        limit: 1000,
        measured: ours.perSecond,
        met: ours.perSecond >= 1000,
      },
      { mark: "CPU beside a bare transaction", limit: 1.5, measured: cpu, met: cpu <= 1.5 },
    ],
  };
}

export function tableOf({ results, marks, ...run }: TicketReport): string {
  const row = (name: string, { perSecond, p50, p99, cpuMsEach }: Side) =>
    `${name.padEnd(26)}${perSecond.toFixed(0).padStart(9)}${p50.toFixed(1).padStart(9)}${p99.toFixed(1).padStart(9)}${cpuMsEach.toFixed(2).padStart(14)}`;
  return `${[
    `Tickets opened durably, ${run.clients} clients (median of ${run.rounds} interleaved rounds of ${run.tickets}; load ${run.load.toFixed(2)})`,
    "Ours: POST /api/v1/tickets over loopback: rules of competence, type, first turn, three clocks, number, history, audit, event; one commit.",
    "Baseline: begin, one insert of the same text, commit; same database, same connections. fsync on for both.",
    "",
    `${"".padEnd(26)}${"per s".padStart(9)}${"p50 ms".padStart(9)}${"p99 ms".padStart(9)}${"CPU ms each".padStart(14)}`,
    row("ours", results.opening.ours),
    row("bare transaction", results.opening.baseline),
    "",
    ...marks.map(
      ({ mark, limit, measured, met }) =>
        `${met ? "met   " : "MISSED"} ${mark}: ${measured.toFixed(2)} (limit ${limit})`,
    ),
  ].join("\n")}\n`;
}
