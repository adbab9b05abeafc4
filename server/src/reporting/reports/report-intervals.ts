import type { Dimension, Figure, IntervalsQuery, IntervalsReport } from "@vera/contracts/reporting";
import { userNames } from "../../identity/index.ts";
import type { Context, TenantId, UserId } from "../../platform/index.ts";
import { readTenantsById } from "../../tenants/index.ts";
import type { Catalogue } from "../catalogue.ts";
import type { Kpi } from "../kpis/kpi.ts";
import { figureQuery, requireDimension } from "./figure-query.ts";
import { intervalBorders } from "./intervals.ts";
import { factsUntil, type SumRow, sumFigure } from "./store.ts";

export const DEFAULT_ZONE = "America/Argentina/Buenos_Aires";

/** A figure by interval, and over the whole period: recomputed from its rows, never averaged from the intervals. */
export async function reportIntervals(
  ctx: Context,
  catalogue: Catalogue,
  asked: IntervalsQuery,
): Promise<IntervalsReport> {
  const zone = asked.zone ?? DEFAULT_ZONE;
  const period = { from: new Date(asked.from), to: new Date(asked.to), zone };
  const borders = intervalBorders(asked.interval, period);
  const query = await figureQuery(ctx, catalogue, { asked, borders });
  const groupBy = asked.groupBy ?? null;
  if (groupBy) requireDimension(query.kpi, groupBy);
  const sums = await sumFigure(ctx, { ...query, groupBy });
  const names = groupBy ? await groupNames(ctx, { catalogue, groupBy, sums }) : new Map<string, string>();
  const groupOf = (id: string | null) =>
    groupBy && id !== null ? { dimension: groupBy, id, name: names.get(id) ?? "" } : null;
  const at = (index: number) => borders[index]?.toISOString() ?? "";
  return {
    kpi: query.kpi.id,
    variant: query.variant.id,
    formula: query.variant.formula,
    zone,
    rows: sums.flatMap((sum) =>
      sum.bucket === null
        ? []
        : [
            {
              start: at(sum.bucket - 1),
              end: at(sum.bucket),
              group: groupOf(sum.groupId),
              ...figure(query.kpi, sum),
            },
          ],
    ),
    totals: sums
      .filter((sum) => sum.bucket === null)
      .map((sum) => ({ group: groupOf(sum.groupId), ...figure(query.kpi, sum) })),
    factsUntil: (await factsUntil(ctx)).toISOString(),
  };
}

export function figure(kpi: Pick<Kpi, "unit">, sum: Pick<SumRow, "numerator" | "denominator">): Figure {
  const { numerator, denominator } = sum;
  const ratio = denominator === 0 ? null : numerator / denominator;
  return { numerator, denominator, value: kpi.unit === "count" ? numerator : ratio };
}

async function groupNames(
  ctx: Context,
  { catalogue, groupBy, sums }: { catalogue: Catalogue; groupBy: Dimension; sums: readonly SumRow[] },
): Promise<ReadonlyMap<string, string>> {
  const ids = [...new Set(sums.map((sum) => sum.groupId).filter((id) => id !== null))];
  switch (groupBy) {
    case "tenant":
      return new Map((await readTenantsById(ctx, ids as TenantId[])).map(({ id, name }) => [id, name]));
    case "queue":
      return new Map((await catalogue.queues(ctx)).map(({ id, name }) => [id, name]));
    case "agent":
      return new Map(await userNames(ctx, ids as UserId[]));
    case "trunk":
      return new Map((await catalogue.trunks(ctx)).map(({ id, name }) => [id, name]));
    case "route":
      return await catalogue.routeNames(ctx);
  }
}
