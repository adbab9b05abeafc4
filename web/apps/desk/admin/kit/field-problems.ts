import { type FieldFailure, ProblemError } from "../../../../shared/api/problem.ts";

/** What is wrong with a field: an error key of the server (`errors.<word>`), or a rule of the form (`admin.rule.<word>`). */
export interface FieldProblem {
  kind: "error" | "rule";
  word: string;
  params: Record<string, string | number>;
}

/** How what the server says finds its field. */
export interface FieldMap {
  /** Error key of the server → field: a taken user name belongs beside the user name. */
  keys?: Readonly<Record<string, string>> | undefined;
  /** Path in the body → field, where they are not named alike: "wrapUp/seconds" → "wrapUpSeconds". */
  paths?: Readonly<Record<string, string>> | undefined;
}

export interface SortedProblem {
  byField: Record<string, FieldProblem>;
  /** Something is left that belongs to no field: say it over the form. */
  general: boolean;
}

/** Said of a union as a whole ("must be null", "must match a schema in anyOf"): the branch meant says it better. */
const OF_A_UNION = new Set(["anyOf", "oneOf", "type", "const", "not"]);
const SAID_RULES = new Set([
  "minLength",
  "maxLength",
  "pattern",
  "format",
  "minimum",
  "maximum",
  "minItems",
  "maxItems",
  "required",
  "uniqueItems",
]);

/** Puts each refusal beside its field, so far as `fields` has it. */
export function fieldProblems(error: unknown, fields: readonly string[], map: FieldMap = {}): SortedProblem {
  if (!(error instanceof ProblemError))
    return { byField: {}, general: error !== null && error !== undefined };
  const { key, params, errors } = error.problem;
  const ofKey = key === undefined ? undefined : map.keys?.[key];
  if (key !== undefined && ofKey !== undefined) {
    return { byField: { [ofKey]: { kind: "error", word: key, params: params ?? {} } }, general: false };
  }
  if (!errors || errors.length === 0) return { byField: {}, general: true };
  const byField: Record<string, FieldProblem> = {};
  let general = false;
  for (const failure of [...errors].sort(byWeight)) {
    const field = fieldOf(failure.path, fields, map.paths);
    if (field === null) general = true;
    else byField[field] ??= ruleText(failure);
  }
  return { byField, general: general && Object.keys(byField).length === 0 };
}

function byWeight(a: FieldFailure, b: FieldFailure): number {
  return Number(OF_A_UNION.has(a.rule)) - Number(OF_A_UNION.has(b.rule));
}

function fieldOf(path: string, fields: readonly string[], paths: FieldMap["paths"] = {}): string | null {
  const inBody = path.replace(/^(body|querystring|params)\/?/, "");
  const mapped = Object.keys(paths)
    .filter((known) => inBody === known || inBody.startsWith(`${known}/`))
    .sort((a, b) => b.length - a.length)[0];
  if (mapped !== undefined) return paths[mapped] ?? null;
  const first = inBody.split("/")[0] ?? "";
  return fields.includes(first) ? first : null;
}

function ruleText({ rule, limit }: FieldFailure): FieldProblem {
  const empty = rule === "minLength" && (limit ?? 1) <= 1;
  const said = empty || rule === "minItems" ? "required" : SAID_RULES.has(rule) ? rule : "invalid";
  return { kind: "rule", word: said, params: limit === undefined ? {} : { limit } };
}
