import { CALLBACK_STATES, CallbackList, CallbackRequest, NewCallbackRequest } from "@vera/contracts/routing";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { audit, DomainError, type Http, inScope, type QueueId, type TenantId } from "../../platform/index.ts";
import type { Router } from "../live/router.ts";
import { readQueue } from "../queues/store.ts";
import { writeCallback } from "./request-callback.ts";
import { callbackReply, readCallback, readCallbacks, setCallbackState } from "./store.ts";

const tags = ["routing"];

export function callbackRoutes(http: Http, router: Router): void {
  http.route({
    method: "GET",
    url: "/api/v1/callback-requests",
    permission: "interaction.read",
    summary: "Who asked to be called back: open ones, and those of the last day",
    tags,
    query: Type.Object({
      state: Type.Optional(Type.Enum(CALLBACK_STATES)),
      agent: Type.Optional(Type.Literal("me")),
    }),
    response: CallbackList,
    handler: async (ctx, { query: { state, agent }, principal }) => {
      const agentId = agent === "me" ? (principal.userId ?? undefined) : undefined;
      return { items: (await readCallbacks(ctx, { state, agentId })).map(callbackReply) };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/callback-requests",
    permission: "interaction.handle",
    summary: "Call somebody back by a queue, now or from an instant on",
    tags,
    body: NewCallbackRequest,
    response: CallbackRequest,
    status: 201,
    handler: async (ctx, { body }) => {
      const queue = await readQueue(ctx, body.queueId as QueueId);
      inScope(ctx, queue.tenantId as TenantId);
      const { callback } = await writeCallback(ctx, {
        tenantId: queue.tenantId,
        queueId: queue.id,
        phone: body.phone,
        name: body.name ?? null,
        citizenId: body.citizenId ?? null,
        notBefore: body.notBefore ? new Date(body.notBefore) : null,
      });
      ctx.afterCommit(() => {
        // What does not get through here is taken up at the router's next start.
        void router.enqueueCallback(callback).catch(() => undefined);
      });
      return callbackReply(await readCallback(ctx, callback.id));
    },
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/callback-requests/:callbackId",
    permission: "interaction.handle",
    summary: "The person needs no call any more",
    tags,
    params: Type.Object({ callbackId: Uuid }),
    handler: async (ctx, { params: { callbackId } }) => {
      const callback = await readCallback(ctx, callbackId);
      if (callback.state !== "waiting" && callback.state !== "offered") {
        throw new DomainError("conflict", "This callback is under way or over", { key: "callbackOver" });
      }
      await setCallbackState(ctx, { id: callbackId, state: "cancelled" });
      await audit(ctx, {
        action: "callback.cancelled",
        tenantId: callback.tenantId as TenantId,
        subject: { kind: "callback-request", id: callbackId },
      });
      ctx.afterCommit(() => void router.withdraw(callback.interactionId, "cancelled").catch(() => undefined));
    },
  });
}
