import type { FastifyReply, FastifyRequest } from "fastify";
import { DomainError, type ErrorCode, ProviderError } from "../errors.ts";
import type { Logger } from "../log.ts";

const STATUS = {
  "not-found": 404,
  conflict: 409,
  invalid: 422,
  forbidden: 403,
  unauthenticated: 401,
  "too-many": 429,
  unavailable: 503,
} satisfies Record<ErrorCode, number>;

/** RFC 9457 problem details. `key` and `params` let a screen say it in the reader's language. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: string;
  readonly key?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly errors?: readonly FieldFailure[];
  readonly requestId?: string;
}

/** One wrong field: `rule` is the JSON Schema word that it breaks, `limit` its number, for a screen to say it in words. */
export interface FieldFailure {
  readonly path: string;
  readonly message: string;
  readonly rule?: string;
  readonly limit?: number;
}

interface ValidationFailure {
  readonly instancePath: string;
  readonly message?: string;
  readonly keyword?: string;
  readonly params?: { readonly limit?: unknown };
}

export function problemOf(error: unknown): Problem {
  if (error instanceof DomainError) {
    const { code, key, params } = error;
    return problem(STATUS[code], code, error.message, { ...(key && { key }), ...(params && { params }) });
  }
  if (error instanceof ProviderError) return problem(503, "unavailable", error.message);
  const failure = error as {
    validation?: ValidationFailure[];
    validationContext?: string;
    statusCode?: number;
  };
  if (failure.validation) return invalid(failure.validation, failure.validationContext ?? "body");
  if (error instanceof Error && failure.statusCode && failure.statusCode < 500) {
    return problem(failure.statusCode, "invalid", error.message);
  }
  return problem(500, "internal", "Something broke on our side. It was logged with the request id.");
}

function invalid(failures: readonly ValidationFailure[], where: string): Problem {
  const errors = failures.map(({ instancePath, message, keyword, params }) => ({
    path: `${where}${instancePath}`,
    message: message ?? "is malformed",
    ...(keyword && { rule: keyword }),
    ...(typeof params?.limit === "number" && { limit: params.limit }),
  }));
  return problem(422, "invalid", errors.map(({ path, message }) => `${path} ${message}`).join("; "), {
    errors,
  });
}

function problem(status: number, code: string, detail: string, more: Partial<Problem> = {}): Problem {
  return { type: `urn:vera:problem:${more.key ?? code}`, title: code, status, detail, code, ...more };
}

export function sendProblem(
  log: Logger,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const answer = { ...problemOf(error), requestId: request.id };
  if (answer.status >= 500) {
    log.error(
      { err: error, requestId: request.id, method: request.method, route: request.routeOptions.url },
      "request failed",
    );
  }
  return reply.code(answer.status).type("application/problem+json").send(answer);
}
