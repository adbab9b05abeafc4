import type { FastifyInstance } from "fastify";

const MOST_FIELDS = 200;

/**
 * Lets the routes of this scope read HTML forms: the body is a Map of names to all their values. Never for routes that a
 * session cookie opens, because a foreign page can send a form.
 */
export function takesForms(scope: FastifyInstance): void {
  scope.addContentTypeParser(
    "application/x-www-form-urlencoded",
    { parseAs: "string", bodyLimit: 100_000 },
    async (_request: unknown, body: string | Buffer) => {
      const fields = new Map<string, string[]>();
      for (const [name, value] of [...new URLSearchParams(String(body))].slice(0, MOST_FIELDS)) {
        fields.set(name, [...(fields.get(name) ?? []), value]);
      }
      return fields;
    },
  );
}
