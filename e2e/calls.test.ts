import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Browser } from "playwright-core";
import type { SipCall } from "../server/src/voice/user-agent/sip-call.ts";
import { AgentScreen } from "./support/agent-screen.ts";
import { ApiSession } from "./support/api-session.ts";
import { openBrowser } from "./support/browser.ts";
import { readStats } from "./support/browser-ears.ts";
import { Carrier } from "./support/carrier.ts";
import { Centre } from "./support/centre.ts";
import { dial, hangUpAll, hearsNo, speak } from "./support/citizen.ts";
import { microphoneTone } from "./support/microphone.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";
import { fetchRecording, secondsOfTone } from "./support/stereo-recording.ts";
import { waitFor } from "./support/wait-for.ts";

const AGENT_HERTZ = 1_000;
const CITIZEN_HERTZ = 440;
const sounds = mkdtempSync(join(tmpdir(), "vera-e2e-sounds-"));
let vera: RunningVera;
let browser: Browser;
let agent: AgentScreen;
let supervisor: ApiSession;
let carrier: Carrier;

before(async () => {
  [vera, browser] = await Promise.all([
    startDemo(),
    openBrowser({ microphone: microphoneTone(sounds, AGENT_HERTZ) }),
  ]);
  carrier = await Carrier.open();
  const centre = new Centre(vera);
  await centre.withoutWrapUp();
  await centre.trunkTo(carrier.port);
  supervisor = await ApiSession.signIn(vera.ready.url, {
    username: "daniela.ceibal",
    password: vera.ready.users[0]?.password ?? "",
  });
  agent = await AgentScreen.open(browser, vera, "ines.aromo");
  await agent.ready();
});

after(async () => {
  carrier?.close();
  await browser?.close();
  await vera?.stop();
  vera?.remove();
  rmSync(sounds, { recursive: true, force: true });
});

afterEach(async () => {
  await hangUpAll();
  await agent?.isFree();
});

async function talk(): Promise<{ citizen: SipCall; interactionId: string }> {
  const citizen = await dial(vera, { press: "1", hertz: CITIZEN_HERTZ });
  await agent.accept();
  await Promise.all([agent.hears(CITIZEN_HERTZ), citizen.hears(AGENT_HERTZ, 8_000)]);
  const { interactionId } = await agent.call(({ status }) => status === "talk", "a talk");
  return { citizen, interactionId };
}

test("both hear each other, and the recording has each on their own side", async () => {
  const { citizen, interactionId } = await talk();
  const before = await readStats(agent.page);
  await sleep(3_000);
  const { packetsReceived, packetsSent, packetsLost, state } = await readStats(agent.page);
  assert.equal(state, "connected");
  assert.ok(packetsReceived - before.packetsReceived > 100, "50 packets a second come in");
  assert.ok(packetsSent - before.packetsSent > 100, "50 packets a second go out");
  assert.ok(packetsLost < 10, `${packetsLost} packets were lost on loopback`);
  await citizen.hangup();
  const { citizen: left, agent: right } = await fetchRecording(supervisor, interactionId);
  assert.ok(secondsOfTone(left, CITIZEN_HERTZ) >= 3, "the citizen on the left");
  assert.ok(secondsOfTone(right, AGENT_HERTZ) >= 2, "the agent on the right");
  assert.equal(secondsOfTone(left, AGENT_HERTZ), 0, "nothing of the agent on the left");
  assert.equal(secondsOfTone(right, CITIZEN_HERTZ), 0, "nothing of the citizen on the right");
});

test("a held citizen hears music and nothing of the agent; the agent hears nothing of the citizen", async () => {
  const { citizen } = await talk();
  await agent.bar("Retener").click();
  await agent.call(({ status }) => status === "held", "a held call");
  await citizen.hearsSomething();
  await Promise.all([hearsNo(citizen, AGENT_HERTZ), agent.hearsNo(CITIZEN_HERTZ)]);
  await agent.bar("Retomar").click();
  await Promise.all([agent.hears(CITIZEN_HERTZ), citizen.hears(AGENT_HERTZ)]);
  await agent.bar("Finalizar").click();
  assert.equal((await citizen.ended).by, "them");
});

test("a muted agent hears but is not heard", async () => {
  const { citizen } = await talk();
  await agent.bar("Silenciar").click();
  await agent.call(({ muted }) => muted, "a muted call");
  await hearsNo(citizen, AGENT_HERTZ);
  await agent.hears(CITIZEN_HERTZ);
  await agent.bar("Hablar").click();
  await citizen.hears(AGENT_HERTZ);
  await citizen.hangup();
});

test("an agent calls a number outside: caller-id of the organism, sound both ways, keys, recording", async () => {
  const ringing = carrier.next();
  await agent.dialOut("0342 450-6600");
  const call = await ringing;
  call.ring();
  const callee = call.answer();
  assert.deepEqual({ to: call.to, from: call.from }, { to: "03424506600", from: "08005551111" });
  speak(callee, CITIZEN_HERTZ);
  await Promise.all([agent.hears(CITIZEN_HERTZ), callee.hears(AGENT_HERTZ, 8_000)]);
  const { interactionId } = await agent.call(({ status }) => status === "talk", "a talk");
  await agent.press("12#");
  await waitFor(() => callee.media.heardKeys.all === "12#", {
    what: () => `the keys 12#, but ${callee.media.heardKeys.all}`,
  });
  await sleep(3_000); // they talk: the recording is to hold some seconds of each
  await agent.bar("Finalizar").click();
  assert.equal((await callee.ended).by, "them");
  const { citizen: left, agent: right } = await fetchRecording(supervisor, interactionId);
  assert.ok(secondsOfTone(left, CITIZEN_HERTZ) >= 2, `who was called on the left: ${describe(left, right)}`);
  assert.ok(secondsOfTone(right, AGENT_HERTZ) >= 1, `the agent on the right: ${describe(left, right)}`);
});

function describe(...sides: Int16Array[]): string {
  return sides
    .map(
      (side) =>
        `${(side.length / 8_000).toFixed(1)} s with ${secondsOfTone(side, CITIZEN_HERTZ).toFixed(1)} s of the other side and ${secondsOfTone(side, AGENT_HERTZ).toFixed(1)} s of the agent`,
    )
    .join("; ");
}
