import { NewTopic, Topic, TopicChange, TopicList } from "@vera/contracts/tenants";
import Type from "typebox";
import { type Http, inScope, type TenantId, type TopicId } from "../../platform/index.ts";
import { changeTopic, createTopic } from "./change-topics.ts";
import { searchTopics } from "./search-topics.ts";
import { readTopic } from "./store.ts";

const tags = ["topics"];
const Id = Type.Object({ id: Type.String({ format: "uuid" }) });
const Filter = Type.Object({
  tenantId: Type.Optional(Type.String({ format: "uuid" })),
  q: Type.Optional(Type.String({ maxLength: 120 })),
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200 })),
  inactive: Type.Optional(Type.Boolean()),
});

export function topicRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/topics",
    permission: "topic.read",
    summary: "The topic tree in reading order, or a search in it without accents",
    tags,
    query: Filter,
    response: TopicList,
    handler: async (ctx, { query }) => {
      const tenantId = query.tenantId as TenantId | undefined;
      if (tenantId) inScope(ctx, tenantId);
      const topics = await searchTopics(ctx, {
        includeInactive: query.inactive ?? false,
        ...(tenantId && { tenantId }),
        ...(query.q && { text: query.q }),
        ...(query.limit && { limit: query.limit }),
      });
      return { topics };
    },
  });
  http.route({
    method: "GET",
    url: "/api/v1/topics/:id",
    permission: "topic.read",
    summary: "One topic with its path",
    tags,
    params: Id,
    response: Topic,
    handler: async (ctx, { params }) => await readTopic(ctx, params.id as TopicId),
  });
  http.route({
    method: "POST",
    url: "/api/v1/topics",
    permission: "topic.manage",
    summary: "Add a topic",
    tags,
    body: NewTopic,
    response: Topic,
    status: 201,
    handler: async (ctx, { body }) => await createTopic(ctx, body),
  });
  http.route({
    method: "PATCH",
    url: "/api/v1/topics/:id",
    permission: "topic.manage",
    summary: "Rename, move or deactivate a topic; deactivating takes its branch along",
    tags,
    params: Id,
    body: TopicChange,
    response: Topic,
    handler: async (ctx, { params, body }) =>
      await changeTopic(ctx, { topicId: params.id as TopicId, change: body }),
  });
}
