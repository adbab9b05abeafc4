import type { FastifyRequest } from "fastify";
import type { Platform } from "../context.ts";
import { DomainError } from "../errors.ts";
import type { Http } from "../http/http.ts";
import { isOwnOrigin } from "../http/own-site.ts";
import { Connection } from "./connection.ts";

/** A page of another site must not open our sockets with the visitor's cookie. */
export function requireOwnOrigin(request: FastifyRequest): void {
  const { origin, authorization } = request.headers;
  if (!origin && authorization) return;
  if (!origin || !isOwnOrigin(request, origin)) {
    throw new DomainError("forbidden", "This socket opens only for pages of this site");
  }
}

export function realtimeRoute(http: Http, platform: Platform): void {
  http.declare("signed-in", "/api/v1/realtime");
  http.app.get(
    "/api/v1/realtime",
    {
      websocket: true,
      schema: { summary: "WebSocket: snapshots and numbered patches of live topics", tags: ["realtime"] },
      preValidation: async (request) => {
        if (request.principal.actor.kind === "anonymous")
          throw new DomainError("unauthenticated", "Sign in first");
        requireOwnOrigin(request);
      },
    },
    (socket, { principal }) => {
      new Connection({ socket, principal, realtime: platform.realtime, log: platform.log });
    },
  );
}
