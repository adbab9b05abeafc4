import swaggerUi from "@fastify/swagger-ui";
import type { FastifyRequest } from "fastify";
import { collectDefaultMetrics, Registry } from "prom-client";
import type { Platform } from "../context.ts";
import { sql } from "../db/sql.ts";
import type { Http } from "./http.ts";

/** Something that must work before traffic is sent here: the database, the telephone engine. */
export interface Readiness {
  readonly name: string;
  check(): Promise<boolean>;
}

export interface SystemOptions {
  readonly readiness: readonly Readiness[];
  /** Asked of whoever reads /metrics; without it only this machine may. */
  readonly metricsToken?: string | undefined;
}

/** What operators and programs ask of every installation. Returns the registry, for modules' own metrics. */
export async function systemRoutes(
  http: Http,
  platform: Platform,
  options: SystemOptions,
): Promise<Registry> {
  const metrics = new Registry();
  collectDefaultMetrics({ register: metrics });
  http.declare("public", "/healthz", "/readyz", "/metrics", "/api/openapi.json", "/api/docs/");
  http.app.get("/healthz", { schema: { hide: true } }, async () => ({ status: "alive" }));
  http.app.get("/readyz", { schema: { hide: true } }, async (_request, reply) => {
    const parts = await checkAll([databaseCheck(platform), ...options.readiness]);
    const ready = Object.values(parts).every((ok) => ok);
    return await reply.code(ready ? 200 : 503).send({ status: ready ? "ready" : "not ready", parts });
  });
  http.app.get("/metrics", { schema: { hide: true } }, async (request, reply) => {
    if (!mayRead(request, options.metricsToken)) return await reply.code(404).send();
    return await reply.type(metrics.contentType).send(await metrics.metrics());
  });
  http.app.get("/api/openapi.json", { schema: { hide: true } }, async () => http.app.swagger());
  await http.app.register(swaggerUi, {
    routePrefix: "/api/docs",
    staticCSP: true,
    uiConfig: { docExpansion: "none" },
  });
  return metrics;
}

function databaseCheck(platform: Platform): Readiness {
  return {
    name: "database",
    check: async () => {
      await sql`select 1`.execute(platform.db);
      return true;
    },
  };
}

async function checkAll(readiness: readonly Readiness[]): Promise<Record<string, boolean>> {
  const results = await Promise.all(
    readiness.map(async ({ name, check }) => [name, await check().catch(() => false)] as const),
  );
  return Object.fromEntries(results);
}

function mayRead(request: FastifyRequest, token: string | undefined): boolean {
  if (token !== undefined) return request.headers.authorization === `Bearer ${token}`;
  return request.ip === "127.0.0.1" || request.ip === "::1";
}
