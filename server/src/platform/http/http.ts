import type { Permission } from "@vera/contracts/permissions";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import { type Context, inTransaction, type Platform } from "../context.ts";
import { authorise, type Principal } from "./principal.ts";

export type RoutePermission = Permission | "public" | "signed-in";

type StaticOr<Schema, Otherwise> = Schema extends TSchema ? Static<Schema> : Otherwise;

export interface RouteInput<Params, Query, Body> {
  readonly params: StaticOr<Params, Record<string, never>>;
  readonly query: StaticOr<Query, Record<string, never>>;
  readonly body: StaticOr<Body, undefined>;
  readonly principal: Principal;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

export interface Route<Params, Query, Body, Response> {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly url: string;
  /** Who may. The transaction's scope is exactly the tenants where the caller holds it. */
  readonly permission: RoutePermission;
  readonly summary: string;
  readonly tags: readonly string[];
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Absent: 204 without a body, or a raw reply. */
  readonly response?: Response;
  readonly status?: number;
  /**
   * The handler sets the head of the reply through `reply` and returns its body: text, bytes, a stream, nothing. It is sent
   * once the transaction is durable: nobody has a file whose audit row was lost.
   */
  readonly raw?: boolean;
  /** Bytes of a body; default 1 MiB. */
  readonly bodyLimit?: number;
  readonly handler: (
    ctx: Context,
    input: RouteInput<Params, Query, Body>,
  ) => Promise<StaticOr<Response, unknown>> | StaticOr<Response, unknown>;
}

export interface RegisteredRoute {
  readonly method: string;
  readonly url: string;
  readonly permission: RoutePermission;
}

/** Thin doors: parse, one transaction, use case, reply. */
export class Http {
  readonly routes: RegisteredRoute[] = [];
  readonly app: FastifyInstance;
  readonly #platform: Platform;
  /** "GET /api/v1/queues": everything that answers, however it was added. */
  readonly #answering: string[] = [];

  constructor(app: FastifyInstance, platform: Platform) {
    this.app = app;
    this.#platform = platform;
    app.addHook("onRoute", ({ method, url }) => {
      for (const one of [method].flat()) {
        if (one !== "HEAD" && one !== "OPTIONS") this.#answering.push(`${one} ${url}`);
      }
    });
  }

  /** For routes that answer by themselves and take no transaction: pages, sockets, probes. `/docs/` covers all below. */
  declare(permission: RoutePermission, ...urls: readonly string[]): void {
    for (const url of urls) this.routes.push({ method: "GET", url, permission });
  }

  /** What answers without having said who may ask. The program does not start with any. */
  undeclared(): string[] {
    const declared = this.routes.map(({ method, url }) => `${method} ${url}`);
    return this.#answering.filter(
      (route) =>
        !declared.some((known) =>
          known.endsWith("/") ? route.startsWith(known.slice(0, -1)) : route === known,
        ),
    );
  }

  route<
    Params extends TSchema | undefined = undefined,
    Query extends TSchema | undefined = undefined,
    Body extends TSchema | undefined = undefined,
    Response extends TSchema | undefined = undefined,
  >(route: Route<Params, Query, Body, Response>): void {
    const { method, url, permission, bodyLimit } = route;
    if (!permission) throw new Error(`${method} ${url} declares no permission`);
    this.routes.push({ method, url, permission });
    this.app.route({
      method,
      url,
      ...(bodyLimit && { bodyLimit }),
      schema: describe(route),
      // Before the body is read: who may not come in learns nothing of what is asked here.
      onRequest: async (request) => void authorise(request.principal, permission),
      handler: async (request, reply) => {
        const principal = request.principal;
        const scope = authorise(principal, permission);
        const answer = await inTransaction(this.#platform, { actor: principal.actor, scope }, async (ctx) =>
          route.handler({ ...ctx, log: ctx.log.child({ requestId: request.id }) }, {
            params: request.params,
            query: request.query,
            body: request.body,
            principal,
            request,
            reply,
          } as RouteInput<Params, Query, Body>),
        );
        if (route.raw) return await reply.send(answer);
        if (route.response === undefined) return await reply.code(route.status ?? 204).send();
        return await reply.code(route.status ?? 200).send(answer);
      },
    });
  }
}

function describe(route: Route<unknown, unknown, unknown, unknown>): object {
  const { params, query, body, response, status = 200, summary, tags, permission, raw } = route;
  return {
    summary,
    tags: [...tags],
    description: `Permission: \`${permission}\`.`,
    ...(permission === "public" ? { security: [] } : {}),
    ...(params ? { params } : {}),
    ...(query ? { querystring: query } : {}),
    ...(body ? { body } : {}),
    ...(raw
      ? {}
      : { response: response ? { [status]: response } : { 204: { type: "null", description: "Done" } } }),
  };
}
