import { NewQueue, Queue, QueueChange, QueueList, StrategyList } from "@vera/contracts/routing-admin";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import type { Http, QueueId } from "../../platform/index.ts";
import { strategies } from "../strategies/registry.ts";
import { changeQueue, closeQueue, createQueue } from "./change-queue.ts";
import { queueReply, readQueue, readQueues } from "./store.ts";

const tags = ["routing"];
const params = Type.Object({ queueId: Uuid });

export function queueRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/queues",
    permission: "queue.read",
    summary: "The queues of my organisms",
    tags,
    response: QueueList,
    handler: async (ctx) => ({ items: (await readQueues(ctx)).map(queueReply) }),
  });
  http.route({
    method: "GET",
    url: "/api/v1/queues/:queueId",
    permission: "queue.read",
    summary: "One queue with all its settings",
    tags,
    params,
    response: Queue,
    handler: async (ctx, { params: { queueId } }) => queueReply(await readQueue(ctx, queueId as QueueId)),
  });
  http.route({
    method: "POST",
    url: "/api/v1/queues",
    permission: "queue.manage",
    summary: "Add a queue; what is left out gets the usual setting",
    tags,
    body: NewQueue,
    response: Queue,
    status: 201,
    handler: async (ctx, { body }) => await createQueue(ctx, body),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/queues/:queueId",
    permission: "queue.manage",
    summary: "Change a queue; who waits keeps the place and is matched by the new rules",
    tags,
    params,
    body: QueueChange,
    response: Queue,
    handler: async (ctx, { params: { queueId }, body }) => await changeQueue(ctx, queueId as QueueId, body),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/queues/:queueId",
    permission: "queue.manage",
    summary: "Switch a queue off; refused while somebody waits in it",
    tags,
    params,
    handler: async (ctx, { params: { queueId } }) => await closeQueue(ctx, queueId as QueueId),
  });
  http.route({
    method: "GET",
    url: "/api/v1/routing-strategies",
    permission: "queue.read",
    summary: "Ways to choose the agent",
    tags,
    response: StrategyList,
    handler: async () => ({ items: strategies.map(({ name, label, about }) => ({ name, label, about })) }),
  });
}
