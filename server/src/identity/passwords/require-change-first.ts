import type { FastifyRequest } from "fastify";
import { DomainError } from "../../platform/index.ts";

/** Who am I, choose another password, go, or come in as somebody else: all that is open until the password is changed. */
const OPEN = new Set([
  "GET /api/v1/me",
  "POST /api/v1/me/password",
  "POST /api/v1/sign-out",
  "POST /api/v1/sign-in",
  "GET /api/v1/site",
  "POST /api/v1/password-links/check",
  "POST /api/v1/password-links/use",
]);

/** For a login whose password has to be replaced: refuses every other door of the API, sockets and telephone too. */
export function requireChangeFirst({ method, routeOptions }: FastifyRequest): void {
  if (OPEN.has(`${method} ${routeOptions.url}`)) return;
  throw new DomainError("forbidden", "Choose a password of your own first (POST /api/v1/me/password)", {
    key: "passwordChangeDue",
  });
}
