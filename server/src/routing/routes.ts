import type { Http } from "../platform/index.ts";
import { agentRoutes, colleagueRoutes, supervisorRoutes } from "./agents/routes.ts";
import { callbackRoutes } from "./callbacks/routes.ts";
import type { Router } from "./live/router.ts";
import { pauseReasonRoutes } from "./pause-reasons/routes.ts";
import { queueRoutes } from "./queues/routes.ts";
import { skillRoutes } from "./skills/routes.ts";

export function routes(http: Http, router: Router): void {
  queueRoutes(http);
  skillRoutes(http);
  pauseReasonRoutes(http);
  agentRoutes(http, router);
  colleagueRoutes(http, router);
  supervisorRoutes(http, router);
  callbackRoutes(http, router);
}
