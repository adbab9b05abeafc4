import { loadavg } from "node:os";
import { prepareAgentFree } from "./acd-agent-free.ts";
import { prepareCallArrives } from "./acd-call-arrives.ts";
import { createCentre, type Size } from "./acd-centre.ts";
import { type AcdCase, type Round, reportOf, tableOf } from "./acd-report.ts";
import type { Step } from "./acd-step.ts";
import { type Sample, summarise } from "./statistics.ts";

/** Decisions and commands before the first measured one: the compiler has seen every path by then. */
const WARM_UP = 10_000;
const OURS = 20_000;
/** Agents × waiting that a baseline may look at in one round: bounds its time. */
const SCAN_BUDGET = 40_000_000;

/** `./vera bench acd`: what one routing decision costs, as the centre grows, beside a plain scan over the same records. */
export async function benchAcd({ json, quick }: { json: boolean; quick: boolean }): Promise<void> {
  const rounds = quick ? 5 : 7;
  const cases = casesFor(quick);
  const results = new Map<string, Round[]>(cases.map(({ name }) => [name, []]));
  for (const one of cases) {
    // One centre for all rounds of a case: building 100,000 agents is not what is measured.
    const centre = createCentre(one.size, 42);
    const step = one.kind === "agentFree" ? prepareAgentFree(centre) : prepareCallArrives(centre);
    for (let n = 0; n < WARM_UP; n++) {
      step.decision();
      step.command();
    }
    for (let round = 0; round < rounds; round++) {
      results.get(one.name)?.push(measureRound(step, one, round));
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  const report = reportOf(results, { rounds, load: loadavg()[0] ?? 0 });
  process.stdout.write(json ? `${JSON.stringify(report)}\n` : tableOf(report, cases));
}

function casesFor(quick: boolean): AcdCase[] {
  const sizes: [number, number][] = quick
    ? [
        [15, 100],
        [1_000, 1_000],
        [100_000, 100_000],
      ]
    : [
        [15, 100],
        [100, 1_000],
        [1_000, 1_000],
        [10_000, 10_000],
        [100_000, 100_000],
      ];
  const cases: AcdCase[] = [];
  for (const kind of ["agentFree", "callArrives"] as const) {
    for (const [agents, waiting] of sizes)
      cases.push(caseOf(kind, { agents, waiting, queuesPerAgent: 5, skillSets: 400 }));
    for (const queuesPerAgent of [1, 20]) {
      cases.push(caseOf(kind, { agents: 1_000, waiting: 1_000, queuesPerAgent, skillSets: 400 }));
    }
    if (!quick)
      cases.push(caseOf(kind, { agents: 10_000, waiting: 10_000, queuesPerAgent: 5, skillSets: 10_000 }));
  }
  return cases;
}

function caseOf(kind: AcdCase["kind"], size: Size): AcdCase {
  const sets = size.skillSets > 400 ? " allDifferent" : "";
  return { name: `${kind} ${size.agents}x${size.waiting} ${size.queuesPerAgent}q${sets}`, kind, size };
}

function measureRound(step: Step, { size, kind }: AcdCase, round: number): Round {
  const looked = kind === "agentFree" ? size.waiting : size.agents;
  const scans = Math.max(30, Math.min(OURS, Math.floor(SCAN_BUDGET / 10 / looked)));
  const ours = (): Omit<Round, "scan"> => ({
    decision: repeat(step.decision, OURS),
    command: repeat(step.command, OURS),
  });
  // The other side first in every second round.
  if (round % 2 === 0) return { ...ours(), scan: repeat(step.scan, scans) };
  const scan = repeat(step.scan, scans);
  return { ...ours(), scan };
}

function repeat(step: () => number, times: number): Sample {
  const micros = new Float64Array(times);
  for (let n = 0; n < times; n++) micros[n] = step() * 1_000;
  return summarise(micros);
}
