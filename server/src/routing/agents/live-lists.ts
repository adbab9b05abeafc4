import type { LiveAgent, LiveQueue } from "@vera/contracts/routing";
import { userNames } from "../../identity/index.ts";
import type { Context, TenantScope, UserId } from "../../platform/index.ts";
import { activityOf } from "../engine/activity.ts";
import type { Agent, Demand } from "../engine/records.ts";
import { reasonRef } from "../live/desk.ts";
import { inHand } from "../live/event-rows.ts";
import type { Router } from "../live/router.ts";
import { agentsReady } from "./queue-use.ts";

const at = (ms: number): string => new Date(ms).toISOString();

/** Those who handle interactions in any of the reader's organisms. What they have in hand is shown only of those. */
export async function liveAgents(ctx: Context, router: Router): Promise<LiveAgent[]> {
  await router.live.ready();
  const { engine, settings, scopes } = router.live;
  const agents = [...engine.agents.values()].filter(({ agentId }) =>
    overlaps(ctx.scope, scopes.get(agentId)?.tenants),
  );
  const names = await userNames(
    ctx,
    agents.map(({ agentId }) => agentId as UserId),
  );
  return agents.map((agent) => {
    const sources = { settings, cards: router.live.cards, scope: scopes.get(agent.agentId) };
    const { next, announced } = agent;
    return {
      agentId: agent.agentId,
      name: names.get(agent.agentId as UserId) ?? "",
      state: agent.state,
      reason: reasonRef(agent.reason, sources),
      since: at(announced.since),
      requestedNext: next ? { state: next.state, reason: reasonRef(next.reason, sources) } : null,
      activity: activityOf(agent),
      activitySince: at(announced.activitySince),
      overdueWrapUp: agent.wrapUps.values().some(({ overdue }) => overdue),
      ...shownInHand(ctx.scope, router, agent),
    };
  });
}

function shownInHand(
  scope: TenantScope,
  { live }: Router,
  agent: Agent,
): { queueName: string | null; interactionId: string | null } {
  const { interactionId, queueId } = inHand(agent);
  const queue = queueId === null ? undefined : live.settings.queues.get(queueId);
  if (!queue || !sees(scope, queue.tenantId)) return { queueName: null, interactionId: null };
  return { queueName: queue.name, interactionId };
}

export async function liveQueues(ctx: Context, router: Router): Promise<LiveQueue[]> {
  await router.live.ready();
  const { engine, settings } = router.live;
  return [...engine.queues.values()]
    .filter(({ settings: { tenantId, active } }) => active && sees(ctx.scope, tenantId))
    .map((queue) => {
      const oldest = oldestOf(queue.demands);
      return {
        queueId: queue.settings.queueId,
        tenantId: queue.settings.tenantId,
        name: settings.queues.get(queue.settings.queueId)?.name ?? "",
        waiting: queue.waiting,
        callbacks: queue.callbacksWaiting,
        offering: queue.offering,
        oldestWaitingSince: oldest === null ? null : at(oldest),
        agentsReady: agentsReady(engine, queue),
        agentsServing: agentsServing(engine.agents.values(), queue.settings),
      };
    });
}

function oldestOf(demands: ReadonlySet<Demand>): number | null {
  let oldest: number | null = null;
  for (const demand of demands) {
    for (const { enqueuedAt } of demand.waiting.items()) oldest = Math.min(oldest ?? enqueuedAt, enqueuedAt);
  }
  return oldest;
}

/** Whose skills meet the queue's first requirements, and who are at work. */
function agentsServing(
  agents: Iterable<Agent>,
  { requirements }: { readonly requirements: readonly { skillId: string; minimumLevel: number }[] },
): number {
  let serving = 0;
  for (const { state, group } of agents) {
    if (state === "offline") continue;
    const able = requirements.every(
      ({ skillId, minimumLevel }) => (group.skills.get(skillId) ?? 0) >= minimumLevel,
    );
    if (able) serving += 1;
  }
  return serving;
}

function sees(scope: TenantScope, tenantId: string): boolean {
  return scope === "system" || (scope as readonly string[]).includes(tenantId);
}

function overlaps(scope: TenantScope, tenants: readonly string[] | null | undefined): boolean {
  return scope === "system" || tenants === null || (tenants ?? []).some((tenantId) => sees(scope, tenantId));
}
