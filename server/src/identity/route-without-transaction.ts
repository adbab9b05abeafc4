import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import { authorise, type Http, type Principal } from "../platform/index.ts";

interface PlainRoute<Params extends TSchema, Body extends TSchema, Response extends TSchema> {
  readonly method: "GET" | "POST" | "PATCH" | "DELETE";
  readonly url: string;
  readonly permission: "public" | "signed-in";
  readonly summary: string;
  readonly params?: Params;
  readonly body?: Body;
  readonly response?: Response;
  readonly status?: number;
  readonly handler: (input: {
    params: Static<Params>;
    body: Static<Body>;
    principal: Principal;
    request: FastifyRequest;
    reply: FastifyReply;
  }) => Promise<Static<Response> | undefined>;
}

/**
 * A door whose use case opens its own short transactions: hashing a password takes tens of milliseconds, and
 * fifteen people who sign in at eight o'clock must not hold the database's connections meanwhile.
 */
export function routeWithoutTransaction<
  Params extends TSchema,
  Body extends TSchema,
  Response extends TSchema,
>(http: Http, route: PlainRoute<Params, Body, Response>): void {
  const { method, url, permission } = route;
  const status = route.status ?? (route.response ? 200 : 204);
  http.routes.push({ method, url, permission });
  http.app.route({
    method,
    url,
    schema: describe(route, status),
    onRequest: async (request) => void authorise(request.principal, permission),
    handler: async (request, reply) => {
      const { principal } = request;
      const input = { params: request.params, body: request.body, principal, request, reply };
      const answer = await route.handler(input as Parameters<typeof route.handler>[0]);
      return await reply.code(status).send(answer);
    },
  });
}

function describe(route: Omit<PlainRoute<TSchema, TSchema, TSchema>, "handler">, status: number): object {
  const { summary, permission, params, body, response } = route;
  return {
    summary,
    tags: ["account"],
    description: `Permission: \`${permission}\`.`,
    ...(permission === "public" && { security: [] }),
    ...(params && { params }),
    ...(body && { body }),
    response: { [status]: response ?? { type: "null", description: "Done" } },
  };
}
