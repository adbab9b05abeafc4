import type { Dimension, DrillDownQuery, IntervalsQuery } from "@vera/contracts/reporting";
import { type Context, DomainError } from "../../platform/index.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Kpi } from "../kpis/kpi.ts";
import { findKpi, findVariant } from "../kpis/registry.ts";
import type { FigureQuery, Slice } from "./store.ts";

type Asked = Omit<IntervalsQuery, "interval" | "groupBy" | "zone"> | Omit<DrillDownQuery, "cursor" | "limit">;

const FILTERS = [
  ["tenantId", "tenant"],
  ["queueId", "queue"],
  ["agentId", "agent"],
  ["trunkId", "trunk"],
  ["routeId", "route"],
] as const satisfies readonly (readonly [keyof Slice, Dimension])[];

/** What somebody asked, checked and with everything the database needs to count it. */
export async function figureQuery(
  ctx: Context,
  catalogue: Catalogue,
  { asked, borders }: { asked: Asked; borders: readonly Date[] },
): Promise<FigureQuery> {
  const kpi = findKpi(asked.kpi);
  const slice = Object.fromEntries(
    FILTERS.filter(([filter]) => asked[filter] !== undefined).map(([filter, dimension]) => {
      requireDimension(kpi, dimension);
      return [filter, asked[filter]];
    }),
  );
  const queues = kpi.usesThresholds ? await catalogue.queues(ctx) : [];
  return {
    kpi,
    variant: findVariant(kpi, asked.variant),
    slice,
    input: {
      from: new Date(asked.from),
      to: new Date(asked.to),
      starts: borders.slice(0, -1),
      answerWithinSeconds: asked.answerWithinSeconds ?? null,
      shortAbandonSeconds: asked.ignoreAbandonedUnderSeconds ?? null,
      queueThresholds: Object.fromEntries(
        queues.map((queue) => [queue.id, [queue.answerWithinSeconds, queue.shortAbandonSeconds] as const]),
      ),
      agentIds: kpi.source === "agent-time" ? await visibleAgents(ctx, catalogue) : null,
      now: ctx.clock.now(),
    },
  };
}

/** An agent's time belongs to no organism, so row-level security cannot guard it: the roll of the reader's agents does. */
async function visibleAgents(ctx: Context, catalogue: Catalogue): Promise<string[] | null> {
  if (ctx.scope === "system") return null;
  return (await catalogue.agents(ctx)).map((agent) => agent.id);
}

export function requireDimension(kpi: Kpi, dimension: Dimension): void {
  if (kpi.dimensions.includes(dimension)) return;
  throw new DomainError(
    "invalid",
    `${kpi.id} is not kept by ${dimension}; it is by ${kpi.dimensions.join(", ")}`,
    {
      key: "kpiDimension",
      params: { kpi: kpi.id, dimension },
    },
  );
}
