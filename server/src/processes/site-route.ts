import Type from "typebox";
import type { Http } from "../platform/index.ts";
import type { VeraOptions } from "./options.ts";

const Site = Type.Object({
  /** A demonstration with invented people: every page says so. */
  demo: Type.Boolean(),
  /** Whether this installation has telephones. */
  voice: Type.Boolean(),
});

/** What a page must know before anybody signs in. */
export function siteRoute(http: Http, { demo, voice }: VeraOptions): void {
  http.route({
    method: "GET",
    url: "/api/v1/site",
    permission: "public",
    summary: "What a page must know of the installation before anybody signs in",
    tags: ["site"],
    response: Site,
    handler: () => ({ demo, voice }),
  });
}
