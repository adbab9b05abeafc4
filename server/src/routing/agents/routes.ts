import {
  AgentDesk,
  AgentPresence,
  ColleagueList,
  LiveAgentList,
  LiveQueueList,
  SetAgentState,
} from "@vera/contracts/routing";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { readUser } from "../../identity/index.ts";
import {
  audit,
  type Context,
  DomainError,
  type Http,
  type Principal,
  type UserId,
} from "../../platform/index.ts";
import type { Router } from "../live/router.ts";
import { readReasons } from "../pause-reasons/change-reasons.ts";
import { liveAgents, liveQueues } from "./live-lists.ts";

const tags = ["routing"];
const ofOffer = Type.Object({ offerId: Uuid });
const ofWrapUp = Type.Object({ interactionId: Uuid });
const ofAgent = Type.Object({ agentId: Uuid });

/** What an agent does on their own desk. */
export function agentRoutes(http: Http, router: Router): void {
  const own = { permission: "agent.state", tags } as const;
  http.route({
    ...own,
    method: "GET",
    url: "/api/v1/agent/state",
    summary: "My state, offers, contacts and wrap-ups",
    response: AgentDesk,
    handler: async (_, { principal }) => await router.desk(await me(router, principal)),
  });
  http.route({
    ...own,
    method: "PUT",
    url: "/api/v1/agent/state",
    summary: "Ready, paused or offline: at once when nothing is open, otherwise as the requested next state",
    body: SetAgentState,
    response: AgentDesk,
    handler: async (ctx, { principal, body }) => {
      const agentId = await me(router, principal);
      const reason = await checkedReason(ctx, body);
      await router.setAgentState({ agentId, state: body.state, reason });
      return await router.desk(agentId);
    },
  });
  http.route({
    ...own,
    method: "DELETE",
    url: "/api/v1/agent/next-state",
    summary: "Take the requested next state back",
    response: AgentDesk,
    handler: async (_, { principal }) => {
      const agentId = await me(router, principal);
      await router.forgetNextState(agentId);
      return await router.desk(agentId);
    },
  });
  http.route({
    ...own,
    method: "POST",
    url: "/api/v1/agent/presence",
    summary: "A sign of life for a desk without a live connection; good for nine seconds",
    body: AgentPresence,
    handler: async (_, { principal, body }) => {
      const agentId = await me(router, principal);
      if (!body.here) {
        router.presence.stopBeat(agentId);
        return await router.agentSilent(agentId);
      }
      router.presence.beat(agentId);
      await router.agentPresent(agentId);
    },
  });
  offerRoutes(http, router);
}

function offerRoutes(http: Http, router: Router): void {
  const own = { permission: "interaction.handle", tags, response: AgentDesk } as const;
  http.route({
    ...own,
    method: "POST",
    url: "/api/v1/offers/:offerId/accept",
    summary: "Take what is offered to me",
    params: ofOffer,
    handler: async (_, { principal, params: { offerId } }) => {
      const agentId = await me(router, principal);
      await router.accept({ offerId, agentId });
      return await router.desk(agentId);
    },
  });
  http.route({
    ...own,
    method: "POST",
    url: "/api/v1/offers/:offerId/decline",
    summary: "Give what is offered to me back to the head of its queue",
    params: ofOffer,
    handler: async (_, { principal, params: { offerId } }) => {
      const agentId = await me(router, principal);
      await router.decline({ offerId, agentId });
      return await router.desk(agentId);
    },
  });
  http.route({
    ...own,
    method: "POST",
    url: "/api/v1/wrap-ups/:interactionId/end",
    summary: "My wrap-up is done",
    params: ofWrapUp,
    handler: async (_, { principal, params: { interactionId } }) => {
      const agentId = await me(router, principal);
      await router.endWrapUp({ agentId, interactionId });
      return await router.desk(agentId);
    },
  });
  http.route({
    ...own,
    method: "POST",
    url: "/api/v1/wrap-ups/:interactionId/extend",
    summary: "A minute more for my wrap-up",
    params: ofWrapUp,
    handler: async (_, { principal, params: { interactionId } }) => {
      const agentId = await me(router, principal);
      await router.extendWrapUp({ agentId, interactionId });
      return await router.desk(agentId);
    },
  });
}

/** Whom an agent may consult or pass a call to. */
export function colleagueRoutes(http: Http, router: Router): void {
  http.route({
    method: "GET",
    url: "/api/v1/colleagues",
    permission: "interaction.handle",
    summary: "Who else handles contacts of my organisms and what they do now",
    tags,
    response: ColleagueList,
    handler: async (ctx, { principal }) => {
      const agents = await liveAgents(ctx, router);
      return {
        items: agents
          .filter(({ agentId }) => agentId !== principal.userId)
          .map(({ agentId, name, state, activity }) => ({ agentId, name, state, activity })),
      };
    },
  });
}

/** What a supervisor sees and does. */
export function supervisorRoutes(http: Http, router: Router): void {
  http.route({
    method: "GET",
    url: "/api/v1/agents/live",
    permission: "supervise.view",
    summary: "The agents of my organisms, now",
    tags,
    response: LiveAgentList,
    handler: async (ctx) => ({ items: await liveAgents(ctx, router) }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/queues/live",
    permission: "queue.read",
    summary: "The queues of my organisms, now",
    tags,
    response: LiveQueueList,
    handler: async (ctx) => ({ items: await liveQueues(ctx, router) }),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/agents/:agentId/state",
    permission: "supervise.state",
    summary: "Change an agent's state; audited",
    tags,
    params: ofAgent,
    body: SetAgentState,
    response: AgentDesk,
    handler: async (ctx, { params: { agentId }, body }) => {
      // Only those who work where I supervise exist for me.
      await readUser(ctx, agentId as UserId);
      const reason = await checkedReason(ctx, body);
      await router.live.ready();
      const tenantId = router.live.scopes.get(agentId)?.tenantId ?? null;
      await audit(ctx, {
        action: "agent.state-set",
        tenantId: ctx.scope === "system" || (tenantId && ctx.scope.includes(tenantId)) ? tenantId : null,
        subject: { kind: "user", id: agentId },
        detail: { state: body.state, reason },
      });
      await router.setAgentState({ agentId, state: body.state, reason });
      return await router.desk(agentId);
    },
  });
}

/** My id; from the first call on, the router knows where I may handle interactions. */
async function me(router: Router, principal: Principal): Promise<string> {
  const agentId = principal.userId;
  if (!agentId) throw new DomainError("forbidden", "Only a person can be an agent", { key: "personOnly" });
  await router.introduce({ agentId, scope: principal.grants.get("interaction.handle") ?? [] });
  return agentId;
}

/** Pausing needs a reason that people may choose. */
async function checkedReason(ctx: Context, { state, reason }: SetAgentState): Promise<string | null> {
  if (state !== "paused") return null;
  if (!reason)
    throw new DomainError("invalid", "Say why: a pause needs a reason", { key: "pauseReasonMissing" });
  const known = (await readReasons(ctx)).some(({ code, system }) => code === reason && !system);
  if (!known) {
    throw new DomainError("invalid", `There is no pause reason "${reason}"`, { key: "pauseReasonUnknown" });
  }
  return reason;
}
