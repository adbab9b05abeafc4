import { CSRF_HEADER } from "@vera/contracts/identity";
import type { FastifyRequest } from "fastify";
import { DomainError, isOwnOrigin } from "../platform/index.ts";

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * A browser sends its cookie also when another site asks it to. Three things that another site cannot do: set our
 * header without our consent (it forces a CORS preflight), come from our origin, and change Sec-Fetch-Site.
 */
export function requireOwnPage(request: FastifyRequest): void {
  if (SAFE_METHODS.has(request.method)) return;
  const { origin, "sec-fetch-site": site } = request.headers;
  const foreign =
    request.headers[CSRF_HEADER] === undefined ||
    (origin !== undefined && !isOwnOrigin(request, origin)) ||
    (site !== undefined && site !== "same-origin" && site !== "none");
  if (!foreign) return;
  throw new DomainError(
    "forbidden",
    `Changes come from this site's own pages, with the header ${CSRF_HEADER}: 1`,
    {
      key: "foreignPage",
    },
  );
}
