import { readFileSync } from "node:fs";
import cookie from "@fastify/cookie";
import helmet from "@fastify/helmet";
import multipart from "@fastify/multipart";
import rateLimit from "@fastify/rate-limit";
import swagger from "@fastify/swagger";
import { TypeBoxValidatorCompiler } from "@fastify/type-provider-typebox";
import websocket from "@fastify/websocket";
import { type FastifyInstance, fastify } from "fastify";
import type { Platform } from "../context.ts";
import { DomainError } from "../errors.ts";
import { Http } from "./http.ts";
import { ANONYMOUS, type Authenticator } from "./principal.ts";
import { sendProblem } from "./problem.ts";

export interface ServerOptions {
  /** Believe X-Forwarded-* of these proxies (addresses or CIDR); none by default. */
  readonly trustProxy?: readonly string[];
  /** PEM files; without them the server speaks plain HTTP (loopback, or behind a proxy). */
  /** How people reach us, where it is not by the address of each request. */
  readonly publicUrl?: string;
  readonly tls?: { readonly certificateFile: string; readonly keyFile: string };
}

/** The HTTP side of a process with everything but routes. */
export async function createHttp(
  platform: Platform,
  authenticator: Authenticator,
  options: ServerOptions = {},
): Promise<Http> {
  const app = fastify({
    logger: false,
    trustProxy: options.trustProxy ? [...options.trustProxy] : false,
    genReqId: () => platform.ids.uuid(),
    bodyLimit: 1_048_576,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    ...(options.tls && {
      https: {
        cert: readFileSync(options.tls.certificateFile),
        key: readFileSync(options.tls.keyFile),
        minVersion: "TLSv1.2" as const,
      },
    }),
  });
  app.setValidatorCompiler(TypeBoxValidatorCompiler);
  app.setErrorHandler((error, request, reply) => sendProblem(platform.log, error, request, reply));
  app.setNotFoundHandler((request, reply) =>
    sendProblem(
      platform.log,
      new DomainError("not-found", `Nothing answers ${request.method} ${request.url.split("?")[0]}`),
      request,
      reply,
    ),
  );
  await registerPlugins(app, options);
  app.decorate("publicUrl", options.publicUrl === undefined ? null : new URL(options.publicUrl));
  app.decorateRequest("principal", null as never);
  app.addHook("onRequest", async (request) => {
    request.principal = isApi(request.url) ? await authenticator.authenticate(request) : ANONYMOUS;
  });
  return new Http(app, platform);
}

function isApi(url: string): boolean {
  return url.startsWith("/api/") || url.startsWith("/sip");
}

async function registerPlugins(app: FastifyInstance, { tls, publicUrl }: ServerOptions): Promise<void> {
  const secure = tls !== undefined || (publicUrl?.startsWith("https:") ?? false);
  await app.register(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'", "data:", "blob:"],
        mediaSrc: ["'self'", "blob:"],
        connectSrc: ["'self'"],
        frameAncestors: ["'none'"],
        upgradeInsecureRequests: secure ? [] : null,
      },
    },
    crossOriginEmbedderPolicy: false,
    strictTransportSecurity: secure ? { maxAge: 31_536_000 } : false,
  });
  await app.register(cookie);
  await app.register(multipart, { limits: { fileSize: 50 * 1_048_576, files: 10 } });
  await app.register(rateLimit, { global: true, max: 3_000, timeWindow: "1 minute" });
  await app.register(websocket, { options: { maxPayload: 65_536, perMessageDeflate: false } });
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Vera",
        version: "0.1.0",
        description: "Contact centre for governments. Errors are RFC 9457 problem details.",
      },
      components: {
        securitySchemes: {
          session: { type: "apiKey", in: "cookie", name: "__Host-vera-session" },
          apiKey: { type: "http", scheme: "bearer" },
        },
      },
      security: [{ session: [] }, { apiKey: [] }],
    },
  });
}
