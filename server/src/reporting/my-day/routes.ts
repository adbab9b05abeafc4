import { MyDay } from "@vera/contracts/reporting";
import { DomainError, type Http } from "../../platform/index.ts";
import { dayBounds } from "../day-bounds.ts";
import { readMyDay } from "./read-my-day.ts";

export function myDayRoutes(http: Http, zone: string): void {
  http.route({
    method: "GET",
    url: "/api/v1/reports/my-day",
    permission: "signed-in",
    summary: "My own day so far: contacts, times and states",
    tags: ["reports"],
    response: MyDay,
    handler: async (ctx, { principal }) => {
      if (principal.userId === null)
        throw new DomainError("forbidden", "A key has no working day; sign in as a person");
      const since = new Date(dayBounds(ctx.clock.now(), zone).startMs);
      return await readMyDay(ctx, { agentId: principal.userId, since });
    },
  });
}
