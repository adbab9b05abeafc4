import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { WebSocketServer } from "ws";

/** One of the two sides that are compared: something that tells screens how many wait. */
export interface Side {
  readonly url: string;
  readonly subscribe: boolean;
  /** One more waits. The clock starts before this is called. */
  enter(count: number): Promise<void>;
  close(): Promise<void>;
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
