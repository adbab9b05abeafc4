import type { Browser } from "../../identity/testing/browser.ts";
import type { Http } from "../../platform/index.ts";
import { type Schema, sampleOf } from "./sample-body.ts";

export interface Door {
  readonly method: Method;
  /** /tickets/:ticketId/notes, below /api/v1 */
  readonly url: string;
  readonly permission: string;
  readonly body: Schema | undefined;
  /** Required ones, and whatever names a thing. */
  readonly query: readonly { readonly name: string; readonly schema: Schema }[];
}

const PREFIX = "/api/v1";

/** But for those that only some figures are kept by. */
const NAMES_A_THING = /^(?!trunk|route).*Id$/;

type Method = "GET" | "POST" | "PATCH" | "DELETE";

interface Operation {
  readonly parameters?: readonly { name: string; in: string; required?: boolean; schema: Schema }[];
  readonly requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Every door of the API that somebody signed in may come to, with what it takes. */
export function doorsOf(http: Http): Door[] {
  const { paths } = http.app.swagger() as unknown as { paths: Record<string, Record<string, Operation>> };
  return http.routes
    .filter(({ url, permission }) => url.startsWith(`${PREFIX}/`) && permission !== "public")
    .map(({ method, url, permission }) => {
      const operation = paths[url.replace(/:(\w+)/g, "{$1}")]?.[method.toLowerCase()];
      return {
        method: method as Method,
        url: url.slice(PREFIX.length),
        permission,
        body: Object.values(operation?.requestBody?.content ?? {})[0]?.schema,
        query: (operation?.parameters ?? []).filter(
          ({ in: place, name, required }) => place === "query" && (required || NAMES_A_THING.test(name)),
        ),
      };
    });
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  /** What was sent named a thing. */
  readonly named: boolean;
}

/** Comes to a door: `ids` gives what its path, its query and its body are about. */
export async function knock(page: Browser, door: Door, ids: (name: string) => string): Promise<Answer> {
  let named = false;
  const idOf = (name: string): string => {
    named = true;
    return ids(name);
  };
  const path = PREFIX + door.url.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(idOf(name)));
  const query = new URLSearchParams(
    door.query.map(({ name, schema }): [string, string] => [name, String(sampleOf(schema, idOf, name))]),
  );
  const body = sampleOf(door.body ?? { type: "object" }, idOf) as object;
  const hasBody = door.method !== "GET" && door.method !== "DELETE";
  const reply = await page.send(
    door.method,
    query.size > 0 ? `${path}?${query}` : path,
    hasBody ? body : undefined,
  );
  const text = typeof reply.body === "string" ? reply.body : JSON.stringify(reply.body);
  return { status: reply.status, text, named };
}
