import { ApiKeyList, CreatedApiKey, NewApiKey } from "@vera/contracts/identity";
import Type from "typebox";
import type { Http } from "../../platform/index.ts";
import { apiKeyReply, createApiKey, revokeApiKey } from "./change-api-keys.ts";
import { readApiKeys } from "./store.ts";

const tags = ["api-keys"];

export function apiKeyRoutes(http: Http): void {
  http.route({
    method: "GET",
    url: "/api/v1/api-keys",
    permission: "api-key.manage",
    summary: "API keys, without their secrets",
    tags,
    response: ApiKeyList,
    handler: async (ctx) => ({ apiKeys: (await readApiKeys(ctx)).map(apiKeyReply) }),
  });
  http.route({
    method: "POST",
    url: "/api/v1/api-keys",
    permission: "api-key.manage",
    summary: "Create a key; the answer shows it once and never again",
    tags,
    body: NewApiKey,
    response: CreatedApiKey,
    status: 201,
    handler: async (ctx, { body, principal }) => {
      const { apiKey, key } = await createApiKey(ctx, { fields: body, principal });
      return { apiKey: apiKeyReply(apiKey), key };
    },
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/api-keys/:id",
    permission: "api-key.manage",
    summary: "Revoke a key; it stops working at once",
    tags,
    params: Type.Object({ id: Type.String({ format: "uuid" }) }),
    handler: async (ctx, { params }) => await revokeApiKey(ctx, params.id),
  });
}
