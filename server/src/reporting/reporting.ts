import { rightsChanged, userChanged, userDisabled } from "../identity/index.ts";
import type { Http, Platform } from "../platform/index.ts";
import { queueChanged } from "../routing/index.ts";
import { tenantChanged } from "../tenants/index.ts";
import { trunkChanged, trunkUse } from "../voice/index.ts";
import type { BoardSources } from "./board/board-sources.ts";
import { LiveBoard } from "./board/live-board.ts";
import { moduleCatalogue } from "./catalogue-of-modules.ts";
import { takeInFacts } from "./facts/take-in-facts.ts";
import { myDayRoutes } from "./my-day/routes.ts";
import { DEFAULT_ZONE } from "./reports/report-intervals.ts";
import { reportRoutes } from "./reports/routes.ts";

interface ReportingOptions {
  /** routing's live router. */
  readonly liveQueues: BoardSources["liveQueues"];
  /** The zone of the board's day; default Argentina. */
  readonly zone?: string;
}

export interface Reporting {
  routes(http: Http): void;
  close(): Promise<void>;
}

/** Begins to take in facts and to keep the live board. */
export async function createReporting(platform: Platform, options: ReportingOptions): Promise<Reporting> {
  const zone = options.zone ?? DEFAULT_ZONE;
  takeInFacts(platform);
  const board = await LiveBoard.start(platform, {
    zone,
    rollEvents: [queueChanged, userChanged, userDisabled, rightsChanged, tenantChanged, trunkChanged],
    sources: {
      catalogue: moduleCatalogue,
      liveQueues: options.liveQueues,
      trunkUse: async (ctx) => {
        const use = await trunkUse(ctx, ctx.clock.now());
        return new Map([...use].map(([trunkId, { calls }]) => [trunkId, calls]));
      },
    },
  });
  return {
    routes: (http) => {
      reportRoutes(http, moduleCatalogue);
      myDayRoutes(http, zone);
    },
    close: () => board.close(),
  };
}
