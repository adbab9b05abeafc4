/** What the server says when it refuses (RFC 9457), or what kept the question from reaching it. */
export interface Problem {
  status: number;
  /** Closed list of the server, or "offline" when nothing answered. */
  code: string;
  /** Names the text `errors.<key>`. */
  key?: string;
  params?: Record<string, string | number>;
  /** English, for whoever is told the code. */
  detail: string;
  /** The fields that break the schema, where the body was refused as a whole. */
  errors?: readonly FieldFailure[];
  /** To quote to support. */
  requestId?: string;
}

/** `path` as the server names it ("body/name"); `rule` the word of the schema that is broken, `limit` its number. */
export interface FieldFailure {
  path: string;
  rule: string;
  limit?: number;
}

export class ProblemError extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.detail, options);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

export function hasCode(error: unknown, code: string): boolean {
  return error instanceof ProblemError && error.problem.code === code;
}

/** Reads a problem document as far as it is one. */
export function readProblem(status: number, body: unknown, requestId: string | null): Problem {
  const said = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const text = (name: string): string | undefined =>
    typeof said[name] === "string" && said[name] !== "" ? said[name] : undefined;
  const key = text("key");
  const id = text("requestId") ?? text("instance") ?? requestId ?? undefined;
  return {
    status,
    code: text("code") ?? codeOf(status),
    detail: text("detail") ?? text("title") ?? `HTTP ${status}`,
    ...(key ? { key } : {}),
    ...(isParams(said["params"]) ? { params: said["params"] } : {}),
    ...(Array.isArray(said["errors"]) ? { errors: said["errors"].flatMap(readFailure) } : {}),
    ...(id ? { requestId: id } : {}),
  };
}

function readFailure(value: unknown): FieldFailure[] {
  const said = typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  const { path, rule, limit } = said;
  if (typeof path !== "string") return [];
  return [
    {
      path,
      rule: typeof rule === "string" ? rule : "invalid",
      ...(typeof limit === "number" ? { limit } : {}),
    },
  ];
}

function codeOf(status: number): string {
  const codes: Record<number, string> = {
    400: "invalid",
    401: "unauthenticated",
    403: "forbidden",
    404: "not-found",
    409: "conflict",
    429: "too-many",
    503: "unavailable",
  };
  return codes[status] ?? "unexpected";
}

function isParams(value: unknown): value is Record<string, string | number> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
