import type { AddressInfo } from "node:net";
import { interactionQueued } from "../server/src/conversations/index.ts";
import { createHttp } from "../server/src/platform/http/server.ts";
import { emit, type TenantId } from "../server/src/platform/index.ts";
import { realtimeRoute } from "../server/src/platform/realtime/route.ts";
import { type TestPlatform, testPlatform } from "../server/src/platform/testing/index.ts";
import { LiveBoard } from "../server/src/reporting/board/live-board.ts";
import type { Catalogue } from "../server/src/reporting/catalogue.ts";
import type { Side } from "../server/src/reporting/testing/bare-broadcast.ts";

const QUEUES = 12;
const AGENTS = 60;

/** The product: the event is written to PostgreSQL, committed, taken in by the board, and sent by the real server. */
export async function ourSide(): Promise<Side> {
  const kit = await testPlatform({ realClock: true });
  const catalogue = busyCentre(kit);
  const board = await LiveBoard.start(kit.platform, {
    zone: "America/Argentina/Buenos_Aires",
    rollEvents: [],
    sources: { catalogue, liveQueues: () => [], trunkUse: async () => new Map() },
  });
  const principal = kit.principal({ permissions: ["supervise.view"] });
  const http = await createHttp(kit.platform, { authenticate: async () => principal });
  realtimeRoute(http, kit.platform);
  await http.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = http.app.server.address() as AddressInfo;
  const [queue] = await kit.system((ctx) => catalogue.queues(ctx));
  return {
    url: `ws://127.0.0.1:${port}/api/v1/realtime`,
    subscribe: true,
    enter: async () => {
      const interactionId = kit.platform.ids.uuid();
      const which = {
        interactionId,
        conversationId: interactionId,
        channel: "voice",
        direction: "inbound",
      } as const;
      const visit = { visitId: kit.platform.ids.uuid(), queueId: queue?.id ?? "" };
      const enteredAt = kit.platform.clock.now().toISOString();
      await kit.system((ctx) =>
        emit(ctx, interactionQueued, {
          tenantId: kit.tenantId,
          key: interactionId,
          data: { ...which, ...visit, enteredAt },
        }),
      );
    },
    close: async () => {
      await board.close();
      await http.app.close();
      await kit.close();
    },
  };
}

function busyCentre(kit: TestPlatform): Catalogue {
  const tenantId: TenantId = kit.tenantId;
  const list = <T>(count: number, make: (n: number) => T): T[] =>
    Array.from({ length: count }, (_, n) => make(n));
  const queues = list(QUEUES, (n) => ({
    id: kit.platform.ids.uuid(),
    tenantId,
    name: `Cola ${n}`,
    channel: "voice" as const,
    answerWithinSeconds: 20,
    shortAbandonSeconds: 5,
  }));
  const agents = list(AGENTS, (n) => ({
    id: kit.platform.ids.uuid(),
    name: `Agente ${n}`,
    tenantIds: [tenantId],
  }));
  return {
    queues: async () => queues,
    agents: async () => agents,
    trunks: async () => [],
    routeNames: async () => new Map(),
  };
}
