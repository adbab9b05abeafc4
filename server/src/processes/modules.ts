import { join } from "node:path";
import { routes as citizenRoutes } from "../citizens/index.ts";
import { routes as conversationRoutes, interactionTimeline } from "../conversations/index.ts";
import { createIdentity, type Identity } from "../identity/index.ts";
import { createIvr, type Ivr } from "../ivr/index.ts";
import { routes as knowledgeRoutes } from "../knowledge/index.ts";
import { createHttp } from "../platform/http/server.ts";
import { systemRoutes } from "../platform/http/system-routes.ts";
import { webFiles } from "../platform/http/web-files.ts";
import type { Http, Platform } from "../platform/index.ts";
import { realtimeRoute } from "../platform/realtime/route.ts";
import { createReporting } from "../reporting/index.ts";
import {
  createRouter,
  queueDoor,
  queueUse,
  type Router,
  readQueues,
  routes as routingRoutes,
} from "../routing/index.ts";
import { prepareTenants, routes as tenantRoutes } from "../tenants/index.ts";
import { routes as ticketRoutes, ticketTimeline } from "../tickets/index.ts";
import type { AgentPhones, AsteriskInstance } from "../voice/index.ts";
import { CallerHints } from "./caller-hint.ts";
import type { Closers } from "./closers.ts";
import type { VeraOptions } from "./options.ts";
import { siteRoute } from "./site-route.ts";
import { joinSurroundings } from "./surroundings.ts";
import { joinTelephones } from "./telephones.ts";
import { WEB_DIST } from "./web-build.ts";

export interface Modules {
  readonly http: Http;
  readonly identity: Identity;
  readonly ivr: Ivr;
  readonly router: Router;
}

interface Parts {
  readonly options: VeraOptions;
  readonly engine: AsteriskInstance | undefined;
  readonly closers: Closers;
  /** Hardware telephones in place of the browsers': for bench/ring.ts. */
  readonly phones?: AgentPhones;
}

/** Makes each module and joins them; the only place that knows them all. */
export async function startModules(
  platform: Platform,
  { options, engine, closers, phones }: Parts,
): Promise<Modules> {
  const { configuration } = options;
  await prepareTenants(platform);
  const identity = await createIdentity(platform);
  closers.add(() => identity.close());
  const http = await createHttp(platform, identity.authenticator, {
    trustProxy: configuration.trustProxy,
    ...(configuration.tls && { tls: configuration.tls }),
    ...(configuration.publicUrl !== undefined && { publicUrl: configuration.publicUrl }),
  });
  const readiness = engine ? [{ name: "telephone engine", check: async () => engine.up }] : [];
  await systemRoutes(http, platform, { readiness, metricsToken: configuration.metricsToken });
  siteRoute(http, options);
  realtimeRoute(http, platform);
  tenantRoutes(http);
  identity.routes(http);
  const surroundings = joinSurroundings();
  citizenRoutes(http, { timeline: [interactionTimeline(surroundings), ticketTimeline] });
  knowledgeRoutes(http);
  conversationRoutes(http, surroundings);
  ticketRoutes(http);
  const router = createRouter(platform);
  closers.add(() => router.close());
  const hints = new CallerHints(platform);
  const queue = hints.at(queueDoor(router));
  const ivr = createIvr(
    platform,
    {
      queue,
      callbacks: queue,
      queueExists: async (ctx, { tenantId, queueId }) =>
        (await readQueues(ctx)).some((known) => known.id === queueId && known.tenantId === tenantId),
    },
    { soundsFolder: engine ? `${engine.directory}/voiced` : join(options.dataDir, "voiced") },
  );
  closers.add(() => ivr.close());
  ivr.routes(http);
  routingRoutes(http, router);
  if (engine)
    await joinTelephones(platform, {
      options,
      asterisk: engine,
      router,
      queue,
      ivr: hints.during(ivr),
      http,
      closers,
      phones,
    });
  const reporting = await createReporting(platform, { liveQueues: () => queueUse(router) });
  closers.add(() => reporting.close());
  reporting.routes(http);
  await webFiles(http, WEB_DIST);
  await http.app.ready();
  const undeclared = http.undeclared();
  if (undeclared.length > 0) throw new Error(`Routes without a permission: ${undeclared.join(", ")}`);
  return { http, identity, ivr, router };
}
