import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { RealtimeClient } from "./realtime-client.ts";

/** The browser's socket as far as the client uses it, driven by hand. */
class HandSocket extends EventTarget {
  static readonly OPEN = 1;
  readyState = 0;
  readonly sent: { type: string; topic?: string; key?: string }[] = [];
  send(text: string): void {
    this.sent.push(JSON.parse(text));
  }
  close(): void {
    this.readyState = 3;
    this.dispatchEvent(new Event("close"));
  }
  opened(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event("open"));
  }
  says(message: object): void {
    this.dispatchEvent(new MessageEvent("message", { data: JSON.stringify(message) }));
  }
}

Object.assign(globalThis, { WebSocket: HandSocket, window: new EventTarget() });

let sockets: HandSocket[] = [];
let client: RealtimeClient;
beforeEach(() => {
  client?.close();
  sockets = [];
  client = new RealtimeClient({
    url: "ws://desk.test",
    userId: "u1",
    random: () => 0,
    connect: () => {
      const socket = new HandSocket();
      sockets.push(socket);
      return socket as unknown as WebSocket;
    },
  });
});

function line(index: number): HandSocket {
  const socket = sockets[index];
  assert.ok(socket, `socket ${index} was not opened`);
  return socket;
}

test("a topic starts with the snapshot and goes on with the patches", () => {
  client.listen("agent", "me", () => {});
  client.open();
  line(0).opened();
  line(0).says({ type: "snapshot", topic: "agent", key: "u1", seq: 7, state: { offers: {} } });
  line(0).says({
    type: "patch",
    topic: "agent",
    key: "u1",
    seq: 8,
    ops: [{ path: ["offers", "a"], value: 1 }],
  });
  assert.deepEqual(client.view("agent", "me").state, { offers: { a: 1 } });
  client.close();
});

test("a patch that overtakes the snapshot is not lost", () => {
  client.listen("agent", "me", () => {});
  client.open();
  line(0).opened();
  line(0).says({ type: "patch", topic: "agent", key: "u1", seq: 4, ops: [{ path: ["n"], value: 4 }] });
  line(0).says({ type: "snapshot", topic: "agent", key: "u1", seq: 4, state: { n: 3, m: 1 } });
  assert.deepEqual(client.view("agent", "me").state, { n: 4, m: 1 });
});

test("a gap in the numbers asks for a new snapshot and shows nothing half until it comes", () => {
  client.listen("agent", "me", () => {});
  client.open();
  line(0).opened();
  line(0).says({ type: "snapshot", topic: "agent", key: "u1", seq: 1, state: { n: 1 } });
  line(0).says({ type: "patch", topic: "agent", key: "u1", seq: 3, ops: [{ path: ["n"], value: 3 }] });
  line(0).says({ type: "patch", topic: "agent", key: "u1", seq: 4, ops: [{ path: ["n"], value: 4 }] });
  assert.deepEqual(client.view("agent", "me").state, { n: 1 });
  assert.equal(line(0).sent.filter((message) => message.type === "subscribe").length, 2);
  line(0).says({ type: "snapshot", topic: "agent", key: "u1", seq: 4, state: { n: 4, m: 2 } });
  assert.deepEqual(client.view("agent", "me").state, { n: 4, m: 2 });
  client.close();
});

test("a patch heard twice is applied once", () => {
  client.listen("board", "all", () => {});
  client.open();
  line(0).opened();
  line(0).says({ type: "snapshot", topic: "board", key: "all", seq: 1, state: { l: [] } });
  const patch = {
    type: "patch",
    topic: "board",
    key: "all",
    seq: 2,
    ops: [{ path: ["l", "-"], value: "x" }],
  };
  line(0).says(patch);
  line(0).says(patch);
  assert.deepEqual(client.view("board", "all").state, { l: ["x"] });
  client.close();
});

test("a lost line keeps the last state, shows it as stale and subscribes again on the next line", async () => {
  client.listen("agent", "me", () => {});
  client.open();
  line(0).opened();
  line(0).says({ type: "snapshot", topic: "agent", key: "u1", seq: 1, state: { n: 1 } });
  line(0).close();
  assert.equal(client.line, "stale");
  assert.deepEqual(client.view("agent", "me").state, { n: 1 });
  await new Promise((resolve) => setTimeout(resolve, 300));
  line(1).opened();
  assert.equal(client.line, "live");
  assert.deepEqual(line(1).sent, [{ type: "subscribe", topic: "agent", key: "u1" }]);
  client.close();
});

test("the last listener to leave unsubscribes", () => {
  const first = client.listen("board", "all", () => {});
  const second = client.listen("board", "all", () => {});
  client.open();
  line(0).opened();
  first();
  assert.equal(line(0).sent.length, 1);
  second();
  assert.deepEqual(line(0).sent.at(-1), { type: "unsubscribe", topic: "board", key: "all" });
  client.close();
});
