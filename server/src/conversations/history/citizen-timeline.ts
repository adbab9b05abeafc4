import type { TimelineEntry } from "@vera/contracts/citizens";
import type { CitizenTimeline, CitizenTimelineItem } from "@vera/contracts/conversations";
import type { TimelineRequest, TimelineSource } from "../../citizens/index.ts";
import { asSystem, audit, type CitizenId, type Context } from "../../platform/index.ts";
import { readTenantsById } from "../../tenants/index.ts";
import type { Surroundings } from "../surroundings.ts";
import { labelsOf, nameIn } from "./labels.ts";
import { countEverywhere, countVisible, type TimelineRow, timelineOf } from "./store.ts";

export interface ReadTimeline {
  readonly citizenId: CitizenId;
  readonly purpose?: string | undefined;
  readonly before?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * A citizen's interactions, newest first. Those of organisms outside the reader's scope are only counted, unless a
 * purpose is stated: then they are shown, and the audit says who saw them and why.
 */
export async function readCitizenTimeline(
  ctx: Context,
  surroundings: Surroundings,
  { citizenId, purpose, before, limit = 30 }: ReadTimeline,
): Promise<CitizenTimeline> {
  const hidden = (await countEverywhere(ctx, citizenId)) - (await countVisible(ctx, citizenId));
  const page = { citizenId, before: before === undefined ? null : new Date(before), limit: limit + 1 };
  const why = purpose?.trim();
  if (!why || hidden === 0) {
    return {
      ...(await describe(ctx, { surroundings, rows: await timelineOf(ctx, page), limit, own: ctx.scope })),
      hiddenCount: hidden,
    };
  }
  await audit(ctx, {
    action: "citizen.other-organisms-viewed",
    subject: { kind: "citizen", id: citizenId },
    detail: { purpose: why, interactions: hidden },
  });
  const shown = await asSystem(ctx.platform, "citizen-timeline", async (system) =>
    describe(system, { surroundings, rows: await timelineOf(system, page), limit, own: ctx.scope }),
  );
  return { ...shown, hiddenCount: 0 };
}

interface Describe {
  readonly surroundings: Surroundings;
  /** One more than `limit` when there is a next page. */
  readonly rows: readonly TimelineRow[];
  readonly limit: number;
  readonly own: Context["scope"];
}

async function describe(
  ctx: Context,
  { surroundings, rows, limit, own }: Describe,
): Promise<Pick<CitizenTimeline, "items" | "nextBefore">> {
  const shown = rows.slice(0, limit);
  const labels = await labelsOf(ctx, surroundings, shown);
  const tenants = new Map(
    (await readTenantsById(ctx, [...new Set(shown.map((row) => row.tenantId))])).map((t) => [t.id, t.name]),
  );
  const items: CitizenTimelineItem[] = shown.map(({ queueId, agentId, topicId, ...row }) => ({
    ...row,
    tenantName: tenants.get(row.tenantId) ?? "",
    at: row.at.toISOString(),
    queueName: nameIn(labels.queues, queueId),
    agentName: nameIn(labels.agents, agentId),
    topicName: topicId === null ? null : (labels.topics.get(topicId)?.at(-1) ?? null),
    shownByPurpose: own !== "system" && !own.includes(row.tenantId),
  }));
  return { items, nextBefore: rows.length > limit ? (items.at(-1)?.at ?? null) : null };
}

/** The interactions' part of the record's own history (GET /citizens/:id/timeline). */
export function interactionTimeline(surroundings: Surroundings): TimelineSource {
  return {
    permission: "interaction.read",
    entries: async (ctx, request) => await entriesOf(ctx, surroundings, request),
  };
}

async function entriesOf(
  ctx: Context,
  surroundings: Surroundings,
  { citizenId, tenants, before, limit }: TimelineRequest,
): Promise<TimelineEntry[]> {
  const visible = await timelineOf(ctx, { citizenId, before, limit, tenants });
  const labels = await labelsOf(ctx, surroundings, visible);
  return visible.map((row) => ({
    kind: "interaction" as const,
    id: row.interactionId,
    tenantId: row.tenantId,
    at: row.at.toISOString(),
    title: titleOf(row, labels),
    detail: row.summary === "" ? row.outcomeName : (row.summary ?? row.outcomeName),
    channel: row.channel,
    number: null,
    state: row.state,
  }));
}

function titleOf(row: TimelineRow, labels: Awaited<ReturnType<typeof labelsOf>>): string {
  const topic = row.topicId === null ? undefined : labels.topics.get(row.topicId)?.at(-1);
  return topic ?? nameIn(labels.queues, row.queueId) ?? "Sin tema";
}
