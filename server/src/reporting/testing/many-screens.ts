/**
 * The other side of `./vera bench live`, a process of its own so that reading does not slow down writing: many
 * WebSocket screens that note when the board's count of waiting reaches a number. Times are CLOCK_MONOTONIC,
 * which all processes of a machine share.
 */
import { WebSocket } from "ws";

export type ToScreens =
  | { readonly kind: "connect"; readonly url: string; readonly screens: number; readonly subscribe: boolean }
  | { readonly kind: "resubscribe"; readonly times: number }
  | { readonly kind: "disconnect" };

export type FromScreens =
  | { readonly kind: "connected" | "disconnected" }
  /** Screen `screen` saw `count` waiting at `atUs`. */
  | { readonly kind: "seen"; readonly count: number; readonly atUs: number; readonly screens: number }
  | { readonly kind: "snapshots"; readonly ms: number[] };

interface Message {
  readonly type: string;
  readonly ops?: readonly { readonly path: readonly string[]; readonly value: unknown }[];
}

const SUBSCRIBE = JSON.stringify({ type: "subscribe", topic: "board", key: "all" });
let sockets: WebSocket[] = [];

function nowUs(): number {
  return Number(process.hrtime.bigint() / 1000n);
}

function tell(message: FromScreens): void {
  process.send?.(message);
}

async function connect({ url, screens, subscribe }: Extract<ToScreens, { kind: "connect" }>): Promise<void> {
  for (let n = 0; n < screens; n += 1) {
    const socket = new WebSocket(url, { headers: { authorization: "Bearer bench" } });
    await new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.once("open", resolve);
    });
    socket.on("message", (data) => read(JSON.parse(String(data))));
    sockets.push(socket);
    if (subscribe) await snapshotOf(socket);
  }
  tell({ kind: "connected" });
}

function read(message: Message): void {
  if (message.type !== "patch") return;
  const atUs = nowUs();
  for (const { path, value } of message.ops ?? []) {
    if (path[0] === "queues" && path[2] === "waiting" && typeof value === "number") {
      tell({ kind: "seen", count: value, atUs, screens: 1 });
    }
  }
}

async function snapshotOf(socket: WebSocket): Promise<number> {
  const sentUs = nowUs();
  await new Promise<void>((resolve) => {
    const wait = (data: unknown): void => {
      if (!String(data).includes('"type":"snapshot"')) return;
      socket.off("message", wait);
      resolve();
    };
    socket.on("message", wait);
    socket.send(SUBSCRIBE);
  });
  return (nowUs() - sentUs) / 1000;
}

async function resubscribe(times: number): Promise<void> {
  const ms: number[] = [];
  for (let n = 0; n < times; n += 1) {
    const socket = sockets[n % sockets.length];
    if (socket) ms.push(await snapshotOf(socket));
  }
  tell({ kind: "snapshots", ms });
}

async function disconnect(): Promise<void> {
  await Promise.all(
    sockets.map((socket) => {
      const closed = new Promise((resolve) => socket.once("close", resolve));
      socket.close();
      return closed;
    }),
  );
  sockets = [];
  tell({ kind: "disconnected" });
}

async function obey(message: ToScreens): Promise<void> {
  switch (message.kind) {
    case "connect":
      return await connect(message);
    case "resubscribe":
      return await resubscribe(message.times);
    case "disconnect":
      return await disconnect();
  }
}

process.on("message", (message: ToScreens) => {
  obey(message).catch((error: unknown) => {
    process.stderr.write(`${String(error)}\n`);
    process.exit(1);
  });
});
