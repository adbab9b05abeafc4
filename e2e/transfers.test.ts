import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import type { Browser } from "playwright-core";
import type { SipCall } from "../server/src/voice/user-agent/sip-call.ts";
import { AgentScreen } from "./support/agent-screen.ts";
import { openBrowser } from "./support/browser.ts";
import { Carrier } from "./support/carrier.ts";
import { Centre } from "./support/centre.ts";
import { dial, hangUpAll, hearsNo, speak } from "./support/citizen.ts";
import { microphoneTone } from "./support/microphone.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";

const INES_HERTZ = 1_000;
const BRUNO_HERTZ = 1_500;
const CITIZEN_HERTZ = 440;
const OUTSIDE_HERTZ = 620;
const sounds = mkdtempSync(join(tmpdir(), "vera-e2e-sounds-"));
let vera: RunningVera;
let browsers: Browser[] = [];
let ines: AgentScreen;
let bruno: AgentScreen;
let carrier: Carrier;

before(async () => {
  vera = await startDemo();
  browsers = [
    await openBrowser({ microphone: microphoneTone(sounds, INES_HERTZ) }),
    await openBrowser({ microphone: microphoneTone(sounds, BRUNO_HERTZ) }),
  ];
  carrier = await Carrier.open();
  const centre = new Centre(vera);
  await centre.withoutWrapUp();
  await centre.trunkTo(carrier.port);
  const [first, second] = browsers;
  if (!first || !second) throw new Error("two browsers are needed");
  ines = await AgentScreen.open(first, vera, "ines.aromo");
  bruno = await AgentScreen.open(second, vera, "bruno.timbo");
});

after(async () => {
  carrier?.close();
  for (const browser of browsers) await browser.close();
  await vera?.stop();
  vera?.remove();
  rmSync(sounds, { recursive: true, force: true });
});

afterEach(async () => {
  await hangUpAll();
  await ines?.isFree();
  await bruno?.isFree();
});

/** Bruno is there but takes no calls of the queues. */
async function talkWithInes(): Promise<SipCall> {
  await bruno.pause();
  await ines.ready();
  const citizen = await dial(vera, { press: "1", hertz: CITIZEN_HERTZ });
  await ines.accept();
  await Promise.all([ines.hears(CITIZEN_HERTZ), citizen.hears(INES_HERTZ)]);
  return citizen;
}

test("a consultation: the citizen waits with music, the two agents talk; joined, all three hear each other; the first leaves", async () => {
  const citizen = await talkWithInes();
  await ines.pick("Consultar", { name: "Bruno Timbó" });
  await bruno.accept();
  await Promise.all([ines.hears(BRUNO_HERTZ), bruno.hears(INES_HERTZ)]);
  await Promise.all([hearsNo(citizen, INES_HERTZ), bruno.hearsNo(CITIZEN_HERTZ)]);
  await ines.consultLine("Unir").click();
  await Promise.all([
    citizen.hears(INES_HERTZ),
    citizen.hears(BRUNO_HERTZ),
    bruno.hears(CITIZEN_HERTZ),
    ines.hears(CITIZEN_HERTZ),
  ]);
  await ines.bar("Salir").click();
  await ines.isFree();
  await Promise.all([citizen.hears(BRUNO_HERTZ), bruno.hears(CITIZEN_HERTZ), hearsNo(citizen, INES_HERTZ)]);
  await bruno.bar("Finalizar").click();
  assert.equal((await citizen.ended).by, "them");
});

test("a blind transfer to a queue: the citizen hears music, then the next agent", async () => {
  const citizen = await talkWithInes();
  await ines.pause();
  await ines.pick("Transferir", { name: "Energía · reclamos" });
  await ines.isFree();
  await citizen.hearsSomething();
  await bruno.ready();
  await bruno.accept();
  await Promise.all([bruno.hears(CITIZEN_HERTZ), citizen.hears(BRUNO_HERTZ)]);
  await citizen.hangup();
});

test("a blind transfer to a colleague: their telephone rings, and they have the citizen alone", async () => {
  const citizen = await talkWithInes();
  await ines.pick("Transferir", { name: "Bruno Timbó" });
  await bruno.accept();
  await Promise.all([bruno.hears(CITIZEN_HERTZ), citizen.hears(BRUNO_HERTZ), ines.isFree()]);
  await hearsNo(citizen, INES_HERTZ);
  await bruno.bar("Finalizar").click();
  assert.equal((await citizen.ended).by, "them");
});

test("a blind transfer to a number outside: the two go on without the agent", async () => {
  const citizen = await talkWithInes();
  const ringing = carrier.next();
  await ines.pick("Transferir", { number: "03424506600" });
  const call = await ringing;
  call.ring();
  const outside = call.answer();
  speak(outside, OUTSIDE_HERTZ);
  await Promise.all([citizen.hears(OUTSIDE_HERTZ), outside.hears(CITIZEN_HERTZ), ines.isFree()]);
  await citizen.hangup();
  assert.equal((await outside.ended).by, "them");
});
