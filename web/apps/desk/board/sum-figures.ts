import type { BoardAgent, BoardFigures, BoardState, Ratio } from "@vera/contracts/board";

export type InScope = (tenantId: string) => boolean;

const NONE: BoardFigures = {
  offered: 0,
  answered: 0,
  abandoned: 0,
  serviceLevel: { numerator: 0, denominator: 0 },
  asa: { numerator: 0, denominator: 0 },
  aht: { numerator: 0, denominator: 0 },
  waiting: 0,
  longestSince: null,
  callbacksWaiting: 0,
  nextCallbackAt: null,
  emergencies: 0,
};

/** The day so far over the organisms in scope: sides are added, never ratios averaged. */
export function sumFigures(figures: BoardState["figures"], inScope: InScope): BoardFigures {
  return Object.entries(figures)
    .filter(([tenantId]) => inScope(tenantId))
    .reduce(
      (sum, [, one]) => ({
        offered: sum.offered + one.offered,
        answered: sum.answered + one.answered,
        abandoned: sum.abandoned + one.abandoned,
        serviceLevel: addRatio(sum.serviceLevel, one.serviceLevel),
        asa: addRatio(sum.asa, one.asa),
        aht: addRatio(sum.aht, one.aht),
        waiting: sum.waiting + one.waiting,
        longestSince: earliest(sum.longestSince, one.longestSince),
        callbacksWaiting: sum.callbacksWaiting + one.callbacksWaiting,
        nextCallbackAt: earliest(sum.nextCallbackAt, one.nextCallbackAt),
        emergencies: sum.emergencies + one.emergencies,
      }),
      NONE,
    );
}

/** Time on contact ÷ (on contact + ready) of all agents today, with what runs now (KPI `occupancy`). */
export function occupancy(agents: readonly BoardAgent[], now: number): Ratio {
  let onContact = 0;
  let ready = 0;
  for (const agent of agents) {
    onContact += agent.today.onContactMs;
    ready += agent.today.readyMs;
    const running = Math.max(0, now - Date.parse(runsSince(agent)));
    if (agent.activity === "on-contact") onContact += running;
    else if (agent.state === "ready" && agent.activity !== "wrap-up") ready += running;
  }
  return { numerator: onContact, denominator: onContact + ready };
}

/** When what the agent does now began: the later of the choice and the activity. */
export function runsSince(agent: Pick<BoardAgent, "since" | "activitySince" | "activity">): string {
  const { activitySince, since, activity } = agent;
  if (activitySince === null) return since;
  return activity !== "idle" || activitySince > since ? activitySince : since;
}

export function shareOf({ numerator, denominator }: Ratio): number | null {
  return denominator === 0 ? null : numerator / denominator;
}

export function addRatio(a: Ratio, b: Ratio): Ratio {
  return { numerator: a.numerator + b.numerator, denominator: a.denominator + b.denominator };
}

function earliest(a: string | null, b: string | null): string | null {
  if (a === null || b === null) return a ?? b;
  return Date.parse(a) <= Date.parse(b) ? a : b;
}
