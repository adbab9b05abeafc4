import assert from "node:assert/strict";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { CallsState, SoftphoneCredentials } from "@vera/contracts/voice";
import { WebSocket } from "ws";
import type { Principal, UserId } from "../../platform/index.ts";
import { type VoiceKit, voiceKit, waitUntil } from "../testing/voice-kit.ts";
import { answerChallenge } from "../user-agent/sip-digest.ts";
import { buildSip, type Header, header, parseSip, type SipMessage } from "../user-agent/sip-message.ts";

let kit: VoiceKit;
let origin: string;
before(async () => {
  kit = await voiceKit({ browserPhones: true });
  await kit.client().http.app.listen({ host: "127.0.0.1", port: 0 });
  const { port } = kit.client().http.app.server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});
after(() => kit.close());

function person(): Principal {
  const userId = kit.kit.platform.ids.uuid<UserId>();
  const { grants } = kit.kit.principal({ permissions: ["interaction.handle"] });
  const actor = { kind: "user", userId, name: "Ana Gómez", sessionId: kit.kit.platform.ids.uuid() } as const;
  return { actor, userId, grants };
}

async function provision(principal: Principal): Promise<SoftphoneCredentials> {
  const reply = await kit.client().as(principal).post("/api/v1/softphone");
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}

/** SIP over our own door, as the browser does; the principal is the one who asked last. */
async function openPhone(
  headers: Record<string, string> = { origin },
  { autoPong = true }: { autoPong?: boolean } = {},
): Promise<WebSocket> {
  const socket = new WebSocket(`${origin.replace("http", "ws")}/sip`, ["sip"], { headers, autoPong });
  await once(socket, "open");
  assert.equal(socket.protocol, "sip");
  return socket;
}

async function register(socket: WebSocket, { username, secret }: SoftphoneCredentials): Promise<number> {
  const ask = async (sequence: number, more: Header[]): Promise<SipMessage> => {
    const answer = once(socket, "message");
    socket.send(
      buildSip("REGISTER sip:vera SIP/2.0", [
        ["Via", `SIP/2.0/WS client.invalid;branch=z9hG4bK${sequence}${username}`],
        ["Max-Forwards", "70"],
        ["From", `<sip:${username}@vera>;tag=a`],
        ["To", `<sip:${username}@vera>`],
        ["Call-ID", `call-${username}`],
        ["CSeq", `${sequence} REGISTER`],
        ["Contact", `<sip:${username}@client.invalid;transport=ws>`],
        ["Expires", "120"],
        ...more,
      ]),
    );
    const message = parseSip(String((await answer)[0]));
    assert.ok(message);
    return message;
  };
  const first = await ask(1, []);
  if (first.status !== 401) return first.status; // on loopback the test trunk answers for strangers
  const credentials = { method: "REGISTER", uri: "sip:vera", username, password: secret };
  const value = answerChallenge(header(first, "www-authenticate"), credentials);
  return (await ask(2, [["Authorization", value]])).status;
}

/** The desk's own picture: whether its telephone is known. */
async function registered(principal: Principal): Promise<boolean> {
  const frames: { state?: CallsState }[] = [];
  const peer = { send: (frame: string | Buffer) => void frames.push(JSON.parse(String(frame))), scope: [] };
  const leave = await kit.kit.platform.realtime.subscribe(peer as never, principal, "calls", "me");
  leave();
  return frames[0]?.state?.phone.registered ?? false;
}

async function becomes(principal: Principal, wanted: boolean): Promise<void> {
  const deadline = performance.now() + 20_000;
  while ((await registered(principal)) !== wanted) {
    assert.ok(performance.now() < deadline, `the telephone is not ${wanted ? "registered" : "away"}`);
    await sleep(20);
  }
}

test("a signed-in person's browser registers through our door and is known as a telephone", async () => {
  const ana = person();
  const credentials = await provision(ana);
  assert.ok(credentials.secret.length >= 32);
  assert.equal(await registered(ana), false);
  const socket = await openPhone();
  assert.equal(await register(socket, credentials), 200);
  await becomes(ana, true);
  socket.close();
  await becomes(ana, false);
});

test("an offer rings the browser with the headers that name it", async () => {
  const ana = person();
  const credentials = await provision(ana);
  const socket = await openPhone();
  assert.equal(await register(socket, credentials), 200);
  await becomes(ana, true);
  const invited = once(socket, "message");
  kit.acd.ready(ana.userId as UserId);
  const citizen = await kit.citizen();
  const invite = parseSip(String((await invited)[0]));
  assert.ok(invite);
  assert.equal(invite.request?.method, "INVITE");
  assert.equal(header(invite, "x-vera-interaction"), kit.acd.waiting[0]);
  assert.match(header(invite, "from"), /3483550142/);
  await citizen.hangup();
  await waitUntil(() => kit.voice.liveCalls === 0, 15_000, "the end");
  socket.close();
});

test("the end of the login is the end of its telephone", async () => {
  const ana = person();
  const credentials = await provision(ana);
  const socket = await openPhone();
  assert.equal(await register(socket, credentials), 200);
  await becomes(ana, true);
  const closed = once(socket, "close");
  kit.voice.sessionEnded(ana.actor.kind === "user" ? (ana.actor.sessionId ?? "") : "");
  await closed;
  await becomes(ana, false);
  const other = person();
  await provision(other);
  const again = await openPhone();
  assert.notEqual(await register(again, credentials), 200, "the old secret opens nothing");
  again.close();
});

test("a browser that answers no ping any more, as after a cut cable, loses its registration", async () => {
  const ana = person();
  const credentials = await provision(ana);
  const socket = await openPhone({ origin }, { autoPong: false });
  assert.equal(await register(socket, credentials), 200);
  await becomes(ana, true);
  await once(socket, "close");
  await becomes(ana, false);
});

test("a second provisioning takes the line from the first", async () => {
  const ana = person();
  const first = await provision(ana);
  const second = await provision(ana);
  const socket = await openPhone();
  assert.equal(await register(socket, second), 200);
  const stale = await openPhone();
  assert.notEqual(await register(stale, first), 200);
  socket.close();
  stale.close();
});

test("a page of another site, and who is not signed in, get no socket", async () => {
  await provision(person());
  await assert.rejects(openPhone({ origin: "https://elsewhere.example" }), /403/);
  await kit.client().get("/api/v1/nothing"); // nobody is signed in from here on
  await assert.rejects(openPhone(), /401/);
});
