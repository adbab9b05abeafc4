import assert from "node:assert/strict";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { after, test } from "node:test";
import { type WebSocket, WebSocketServer } from "ws";
import { createLogger } from "../../platform/log.ts";
import { AriError } from "./ari-error.ts";
import { type Ari, connectAri } from "./connect-ari.ts";

interface Request {
  request_id: string;
  method: string;
  uri: string;
  query_strings: { name: string; value: string }[];
  message_body?: string;
}

/** Speaks Asterisk's socket protocol so that cuts and silences can be made at will; the real one is in startAsterisk's tests. */
async function fakeAsterisk(answer: (request: Request, app: string) => object | undefined, port = 0) {
  const server = new WebSocketServer({ host: "127.0.0.1", port, handleProtocols: () => "ari" });
  const sockets = new Set<{ socket: WebSocket; app: string }>();
  server.on("connection", (socket, incoming) => {
    const app = new URL(incoming.url ?? "", "http://x").searchParams.get("app") ?? "";
    sockets.add({ socket, app });
    socket.on("message", (data) => {
      const request = JSON.parse(String(data)) as Request;
      const ready = request.uri === "asterisk/ping" || request.uri.endsWith("/eventFilter");
      const reply = ready ? { status_code: 200 } : answer(request, app);
      const envelope = { type: "RESTResponse", request_id: request.request_id, reason_phrase: "" };
      if (reply) socket.send(JSON.stringify({ ...envelope, ...reply }));
    });
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const send = (event: object): void => {
    for (const { socket } of sockets) socket.send(JSON.stringify(event));
  };
  const cut = (): void => {
    for (const { socket } of sockets) socket.terminate();
    sockets.clear();
  };
  const close = async (): Promise<void> => {
    cut();
    await new Promise((resolve) => server.close(resolve));
  };
  return { port: (server.address() as AddressInfo).port, send, cut, close };
}

const log = createLogger({
  level: "debug",
  showPii: false,
  destination: new Writable({ write: (_, __, done) => done() }),
});
const ends: (() => unknown)[] = [];
after(() => Promise.all(ends.map((end) => end())));

async function connected(port: number, more: object = {}): Promise<Ari> {
  const options = { username: "u", password: "p", app: "vera", log, requestTimeoutMs: 200, ...more };
  const ari = await connectAri({ url: `http://127.0.0.1:${port}`, ...options });
  ends.push(() => ari.close());
  return ari;
}

test("a request fills the path, sends the rest as query and returns the answer's body", async () => {
  let seen: Request | undefined;
  const peer = await fakeAsterisk((request) => {
    seen = request;
    return { status_code: 200, message_body: JSON.stringify({ id: "play-1" }) };
  });
  ends.push(peer.close);
  const ari = await connected(peer.port);
  const params = { channelId: "c/1", media: ["sound:/a", "sound:/b"], lang: "es" };
  const playback = await ari.call("POST /channels/{channelId}/play", params);
  assert.equal(playback.id, "play-1");
  assert.equal(seen?.method, "POST");
  assert.equal(seen?.uri, "channels/c%2F1/play");
  assert.deepEqual(seen?.query_strings, [
    { name: "media", value: "sound:/a,sound:/b" },
    { name: "lang", value: "es" },
  ]);
});

test("a refusal carries Asterisk's status; silence becomes a retryable time-out", async () => {
  const peer = await fakeAsterisk((request) =>
    request.uri.endsWith("quiet") ? undefined : { status_code: 404, message_body: "{}" },
  );
  ends.push(peer.close);
  const ari = await connected(peer.port);
  const refused = ari.call("GET /channels/{channelId}", { channelId: "gone" });
  await assert.rejects(
    refused,
    (error) => error instanceof AriError && error.status === 404 && !error.retryable,
  );
  const silent = ari.call("GET /channels/{channelId}", { channelId: "quiet" });
  await assert.rejects(silent, (error) => error instanceof AriError && error.status === 0 && error.retryable);
});

test("a cut fails open requests at once, then the client comes back and events flow again", async () => {
  const peer = await fakeAsterisk(() => undefined);
  ends.push(peer.close);
  const ari = await connected(peer.port, { requestTimeoutMs: 5_000 });
  const states: string[] = [];
  const back = new Promise<void>((resolve) => {
    ari.onConnection((state) => {
      states.push(state);
      if (state === "connected") resolve();
    });
  });
  const open = ari.call("GET /channels");
  peer.cut();
  await assert.rejects(open, AriError);
  await assert.rejects(ari.call("GET /channels"), /not connected/);
  await back;
  assert.deepEqual(states, ["disconnected", "connected"]);
  const digit = ari.waitFor("ChannelDtmfReceived", (event) => event.digit === "2", 1_000);
  peer.send({ type: "ChannelDtmfReceived", digit: "1" });
  peer.send({ type: "ChannelDtmfReceived", digit: "2" });
  assert.equal((await digit).digit, "2");
});

test("a client whose application name is taken over gives up instead of fighting for it", async () => {
  const peer = await fakeAsterisk(() => undefined);
  ends.push(peer.close);
  const ari = await connected(peer.port);
  const state = new Promise((resolve) => ari.onConnection(resolve));
  peer.send({ type: "ApplicationReplaced", application: "vera" });
  assert.equal(await state, "replaced");
  assert.equal(ari.connected, false);
});

test("requests go over the extra sockets and leave the event socket free", async () => {
  const apps: string[] = [];
  const peer = await fakeAsterisk((_, app) => {
    apps.push(app);
    return { status_code: 200, message_body: "[]" };
  });
  ends.push(peer.close);
  const ari = await connected(peer.port, { restSockets: 2 });
  await new Promise((resolve) => setTimeout(resolve, 50));
  await Promise.all([ari.call("GET /channels"), ari.call("GET /bridges")]);
  assert.deepEqual(apps.toSorted(), ["vera-rest-1", "vera-rest-2"]);
});

test("a handler that throws or rejects does not keep the next one from its event", async () => {
  const peer = await fakeAsterisk(() => undefined);
  ends.push(peer.close);
  const ari = await connected(peer.port);
  ari.on("StasisEnd", () => {
    throw new Error("first");
  });
  ari.on("StasisEnd", () => Promise.reject(new Error("second")));
  const last = ari.waitFor("StasisEnd", () => true, 1_000);
  peer.send({ type: "StasisEnd", channel: { id: "c" } });
  assert.equal((await last).type, "StasisEnd");
});

test("waiting for an event that does not come ends with a retryable error", async () => {
  const peer = await fakeAsterisk(() => undefined);
  ends.push(peer.close);
  const ari = await connected(peer.port);
  await assert.rejects(
    ari.waitFor("StasisStart", () => true, 30),
    (error) => error instanceof AriError && error.retryable,
  );
});

test("the first connection waits for an Asterisk that is still starting", async () => {
  const probe = await fakeAsterisk(() => undefined);
  const { port } = probe;
  await probe.close();
  const pending = connected(port);
  await new Promise((resolve) => setTimeout(resolve, 120));
  const peer = await fakeAsterisk(() => undefined, port);
  ends.push(peer.close);
  assert.equal((await pending).connected, true);
});
