import type { Http } from "../platform/index.ts";
import { resultRoutes } from "./dispositions/routes.ts";
import { historyRoutes } from "./history/routes.ts";
import type { Surroundings } from "./surroundings.ts";

export function routes(http: Http, surroundings: Surroundings): void {
  historyRoutes(http, surroundings);
  resultRoutes(http);
}
