import { DomainError, type ErrorCode } from "../platform/index.ts";

/** A refusal in the words and numbers of GeoReport v2: 404 for what is not there, 403 for the key, 400 for the rest. */
export class Open311Refusal extends Error {
  readonly status: 400 | 403 | 404;

  constructor(status: 400 | 403 | 404, description: string) {
    super(description);
    this.status = status;
  }
}

const STATUS = {
  "not-found": 404,
  forbidden: 403,
  unauthenticated: 403,
  "too-many": 429,
  conflict: 400,
  invalid: 400,
  unavailable: 503,
} satisfies Record<ErrorCode, number>;

/** What a client is told; undefined where it is a fault of ours, which the caller logs. */
export function refusalOf(error: unknown): { code: number; description: string } | undefined {
  if (error instanceof Open311Refusal) return { code: error.status, description: error.message };
  if (error instanceof DomainError) return { code: STATUS[error.code], description: error.message };
  const failure = error as { statusCode?: number; message?: string };
  if (failure.statusCode === 429) return { code: 429, description: "Too many requests: wait a minute" };
  if (failure.statusCode && failure.statusCode < 500) {
    return { code: 400, description: failure.message ?? "Malformed request" };
  }
  return undefined;
}
