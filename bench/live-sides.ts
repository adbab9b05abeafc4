import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";
import { interactionQueued } from "../server/src/conversations/index.ts";
import { createHttp } from "../server/src/platform/http/server.ts";
import { emit, type TenantId } from "../server/src/platform/index.ts";
import { realtimeRoute } from "../server/src/platform/realtime/route.ts";
import { type TestPlatform, testPlatform } from "../server/src/platform/testing/index.ts";
import { LiveBoard } from "../server/src/reporting/board/live-board.ts";
import type { Catalogue } from "../server/src/reporting/catalogue.ts";

const QUEUES = 12;
const AGENTS = 60;

/** One of the two sides that are compared: something that tells screens how many wait. */
export interface Side {
  readonly url: string;
  readonly subscribe: boolean;
  /** One more waits. The clock starts before this is called. */
  enter(count: number): Promise<void>;
  close(): Promise<void>;
}

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

/** The least that can be done: no database, no state, one text built once and written to every socket. */
export async function bareSide(): Promise<Side> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}`,
    subscribe: false,
    enter: async (count) => {
      const ops = [{ path: ["queues", "q", "waiting"], value: count }];
      const frame = Buffer.from(
        JSON.stringify({ type: "patch", ops, topic: "board", key: "all", seq: count }),
      );
      for (const socket of sockets.clients) socket.send(frame, { binary: false });
    },
    close: async () => {
      for (const socket of sockets.clients) socket.terminate();
      await new Promise((resolve) => sockets.close(resolve));
      await new Promise((resolve) => server.close(resolve));
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
