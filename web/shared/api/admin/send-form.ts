import { ProblemError, readProblem } from "../problem.ts";
import { apiUrl, CSRF_HEADER } from "../request.ts";

/** A recording of some minutes over a slow line. */
const TIMEOUT_MS = 120_000;

/** Sends a form with a file; `request.ts` speaks JSON only. */
export async function postForm<Reply>(path: string, form: FormData): Promise<Reply> {
  const response = await reach(path, { body: form });
  return (await response.json()) as Reply;
}

/** Asks for a sound made from a text. */
export async function postForSound(path: string, body: unknown): Promise<Blob> {
  const response = await reach(path, {
    body: JSON.stringify(body),
    headers: { "content-type": "application/json" },
  });
  return await response.blob();
}

async function reach(
  path: string,
  { body, headers }: { body: BodyInit; headers?: Record<string, string> },
): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(apiUrl(path), {
      method: "POST",
      credentials: "same-origin",
      headers: { [CSRF_HEADER]: "1", ...headers },
      body,
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
  } catch (cause) {
    throw new ProblemError({ status: 0, code: "offline", detail: "The server did not answer" }, { cause });
  }
  if (response.ok) return response;
  const problem: unknown = await response.json().catch(() => null);
  throw new ProblemError(readProblem(response.status, problem, response.headers.get("x-request-id")));
}
