import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { WebSocket } from "ws";
import type { Ari } from "../ari/connect-ari.ts";
import { type TestAsterisk, testAsterisk } from "../testing/test-asterisk.ts";
import { answerChallenge } from "../user-agent/sip-digest.ts";
import { buildSip, type Header, header, parseSip, type SipMessage } from "../user-agent/sip-message.ts";
import { createAgentEndpoint, newAgentSecret, removeAgentEndpoint } from "./agent-endpoint.ts";

const NAME = "a7c9f2e41b6d";
let asterisk: TestAsterisk;
let ari: Ari;
before(async () => {
  asterisk = await testAsterisk({ trunk: false });
  ari = await asterisk.ari();
});
after(() => asterisk?.close());

test("a browser's telephone registers with its session's secret and with no other", async () => {
  const secret = newAgentSecret();
  await createAgentEndpoint(ari, { name: NAME, secret, displayName: "Ana Ñandú" });
  assert.equal(await registerByWebSocket(NAME, secret), 200);
  assert.equal(await registerByWebSocket(NAME, newAgentSecret()), 401);
});

test("Asterisk tells when the telephone comes and, as soon as the tab is closed, that it went", async () => {
  const secret = newAgentSecret();
  await createAgentEndpoint(ari, { name: NAME, secret });
  const eventSource = `endpoint:PJSIP/${NAME}`;
  await ari.call("POST /applications/{applicationName}/subscription", {
    applicationName: ari.app,
    eventSource,
  });
  const states: (string | undefined)[] = [];
  ari.on("EndpointStateChange", (event) => {
    states.push(event.endpoint.state);
  });
  const gone = ari.waitFor("EndpointStateChange", (event) => event.endpoint.state === "offline", 15_000);
  assert.equal(await registerByWebSocket(NAME, secret), 200);
  await gone;
  assert.deepEqual(states, ["online", "offline"]);
});

test("after sign-out the secret opens nothing, and a new session's does", async () => {
  const old = newAgentSecret();
  await createAgentEndpoint(ari, { name: NAME, secret: old });
  assert.equal(await registerByWebSocket(NAME, old), 200);
  await removeAgentEndpoint(ari, NAME);
  await removeAgentEndpoint(ari, NAME);
  assert.equal(await registerByWebSocket(NAME, old), 401);
  const fresh = newAgentSecret();
  await createAgentEndpoint(ari, { name: NAME, secret: fresh });
  assert.equal(await registerByWebSocket(NAME, old), 401);
  assert.equal(await registerByWebSocket(NAME, fresh), 200);
});

test("the refusal of an unknown telephone is that of a wrong secret", async () => {
  assert.equal(await registerByWebSocket("nobodyhere", newAgentSecret()), 401);
});

test("an agent's telephone cannot dial by itself: the toll-fraud wall", async () => {
  const secret = newAgentSecret();
  await createAgentEndpoint(ari, { name: NAME, secret });
  let reached = 0;
  ari.on("StasisStart", () => {
    reached += 1;
  });
  assert.equal(await inviteByWebSocket(NAME, secret, "005491144444444"), 404);
  assert.equal(reached, 0);
});

test("a weak secret or a name that could break out of an address is refused", async () => {
  await assert.rejects(createAgentEndpoint(ari, { name: NAME, secret: "short" }), /128 bits/);
  const name = "x@host;transport";
  await assert.rejects(createAgentEndpoint(ari, { name, secret: newAgentSecret() }), /no name/);
});

function registerByWebSocket(name: string, secret: string): Promise<number> {
  const uri = "sip:vera.invalid";
  return askTwice({ method: "REGISTER", uri, name, secret, more: [["Expires", "60"]], body: "" });
}

function inviteByWebSocket(name: string, secret: string, number: string): Promise<number> {
  const body = [
    "v=0",
    "o=- 1 1 IN IP4 127.0.0.1",
    "s=-",
    "c=IN IP4 127.0.0.1",
    "t=0 0",
    "m=audio 40000 UDP/TLS/RTP/SAVPF 8",
    "a=rtpmap:8 PCMA/8000",
    `a=fingerprint:sha-256 ${Array.from({ length: 32 }, () => "AA").join(":")}`,
    "a=setup:actpass",
    "a=ice-ufrag:abcd",
    "a=ice-pwd:abcdefghijklmnopqrstuvwx",
    "a=rtcp-mux",
    "",
  ].join("\r\n");
  const more: Header[] = [["Content-Type", "application/sdp"]];
  return askTwice({ method: "INVITE", uri: `sip:${number}@vera.invalid`, name, secret, more, body });
}

interface Question {
  readonly method: "REGISTER" | "INVITE";
  readonly uri: string;
  readonly name: string;
  readonly secret: string;
  readonly more: readonly Header[];
  readonly body: string;
}

/** RFC 7118: SIP over WebSocket, as the browser does; once without and once with the answer to the challenge. */
async function askTwice(question: Question): Promise<number> {
  const socket = new WebSocket(asterisk.instance.sipWebSocketUrl, "sip");
  await new Promise((resolve) => socket.once("open", resolve));
  const callId = newAgentSecret();
  const ask = async (sequence: number, more: readonly Header[]): Promise<SipMessage> => {
    const { method, uri, name } = question;
    const headers: Header[] = [
      ["Via", `SIP/2.0/WS client.invalid;branch=z9hG4bK${newAgentSecret()}`],
      ["Max-Forwards", "70"],
      ["From", `<sip:${name}@vera.invalid>;tag=${callId.slice(0, 8)}`],
      ["To", method === "REGISTER" ? `<sip:${name}@vera.invalid>` : `<${uri}>`],
      ["Call-ID", callId],
      ["CSeq", `${sequence} ${method}`],
      ["Contact", `<sip:${name}@client.invalid;transport=ws>`],
      ...question.more,
      ...more,
    ];
    const final = new Promise<SipMessage>((resolve) => {
      socket.on("message", (data) => {
        const answer = parseSip(String(data));
        const ours = answer && header(answer, "cseq") === `${sequence} ${method}`;
        if (ours && answer.status >= 200) resolve(answer);
      });
    });
    socket.send(buildSip(`${method} ${uri} SIP/2.0`, headers, question.body));
    return await final;
  };
  const first = await ask(1, []);
  const challenge = header(first, "www-authenticate");
  const { method, uri, name: username, secret: password } = question;
  const value = answerChallenge(challenge, { method, uri, username, password });
  const second = first.status === 401 ? await ask(2, [["Authorization", value]]) : first;
  socket.terminate();
  return second.status;
}
