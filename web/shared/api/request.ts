import { setServerTime } from "../ui/use-now.ts";
import { ProblemError, readProblem } from "./problem.ts";

const BASE = "/api/v1";
/** Sent with everything that changes something; a foreign page cannot add it (contracts/identity.ts). */
export const CSRF_HEADER = "x-vera";
/** A call of the desk that takes longer than this is lost; the person is told and may try again. */
const TIMEOUT_MS = 20_000;

export type QueryValue = string | number | boolean | null | undefined;

interface RequestOptions {
  query?: Record<string, QueryValue>;
  body?: unknown;
  signal?: AbortSignal;
}

/** Here a refusal is the answer itself, not a session that ended. */
const DOOR_PATHS = new Set(["/me", "/sign-in"]);

let onSignedOut: () => void = () => {};
/** Called when the server no longer knows the session, or opens nothing before the password is changed. */
export function setSignedOutHandler(handler: () => void): void {
  onSignedOut = handler;
}

export async function get<Reply>(path: string, options: Omit<RequestOptions, "body"> = {}): Promise<Reply> {
  return send<Reply>("GET", path, options);
}

export async function post<Reply = void>(path: string, body: unknown = {}): Promise<Reply> {
  return send<Reply>("POST", path, { body });
}

export async function put<Reply = void>(path: string, body: unknown = {}): Promise<Reply> {
  return send<Reply>("PUT", path, { body });
}

export async function patch<Reply = void>(path: string, body: unknown): Promise<Reply> {
  return send<Reply>("PATCH", path, { body });
}

export async function remove<Reply = void>(path: string): Promise<Reply> {
  return send<Reply>("DELETE", path, {});
}

/** The address of something the browser fetches by itself: audio, a download. */
export function apiUrl(path: string, query: Record<string, QueryValue> = {}): string {
  const pairs = Object.entries(query).filter(
    ([, value]) => value !== undefined && value !== null && value !== "",
  );
  const search = new URLSearchParams(pairs.map(([name, value]) => [name, String(value)])).toString();
  return `${BASE}${path}${search ? `?${search}` : ""}`;
}

async function send<Reply>(method: string, path: string, options: RequestOptions): Promise<Reply> {
  const response = await reach(method, apiUrl(path, options.query), options);
  const date = response.headers.get("date");
  if (date) setServerTime(Date.parse(date));
  if (response.status === 204) return undefined as Reply;
  const body = await readBody(response);
  if (response.ok) return body as Reply;
  const problem = readProblem(response.status, body, response.headers.get("x-request-id"));
  const outside = problem.code === "unauthenticated" || problem.key === "passwordChangeDue";
  if (outside && !DOOR_PATHS.has(path)) onSignedOut();
  throw new ProblemError(problem);
}

async function reach(method: string, url: string, options: RequestOptions): Promise<Response> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (method !== "GET") headers[CSRF_HEADER] = "1";
  if (options.body !== undefined) headers["content-type"] = "application/json";
  const timeout = AbortSignal.timeout(TIMEOUT_MS);
  try {
    return await fetch(url, {
      method,
      headers,
      credentials: "same-origin",
      signal: options.signal ? AbortSignal.any([options.signal, timeout]) : timeout,
      ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
    });
  } catch (cause) {
    if (options.signal?.aborted) throw cause;
    throw new ProblemError({ status: 0, code: "offline", detail: "The server did not answer" }, { cause });
  }
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return null;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
