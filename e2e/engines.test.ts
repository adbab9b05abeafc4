import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { InteractionDetail } from "@vera/contracts/conversations";
import type { CallbackRequest } from "@vera/contracts/routing";
import type { SipCall } from "../server/src/voice/user-agent/sip-call.ts";
import type { AgentScreen } from "./support/agent-screen.ts";
import type { ApiSession } from "./support/api-session.ts";
import { dial, hangUpAll } from "./support/citizen.ts";
import { killOne, programsOf } from "./support/programs.ts";
import { longestSilence, watchOurOwnDelays } from "./support/sound-gaps.ts";
import { AGENT_HERTZ, StaffedDemo } from "./support/staffed-demo.ts";
import { fetchRecording, secondsOfTone } from "./support/stereo-recording.ts";
import { waitFor } from "./support/wait-for.ts";

const CITIZEN_HERTZ = 440;
const MOST_SILENT_MS = 100;
let demo: StaffedDemo;
let agent: AgentScreen;
let supervisor: ApiSession;

before(async () => {
  demo = await StaffedDemo.open();
  ({ agent, supervisor } = demo);
});

after(() => demo?.close());

afterEach(() => hangUpAll());

async function talk(from?: string): Promise<{ citizen: SipCall; interactionId: string }> {
  await agent.ready();
  const citizen = await dial(demo.vera, { press: "1", hertz: CITIZEN_HERTZ, ...(from && { from }) });
  await agent.accept();
  await Promise.all([agent.hears(CITIZEN_HERTZ), citizen.hears(AGENT_HERTZ)]);
  const { interactionId } = await agent.call(({ status }) => status === "talk", "a talk");
  return { citizen, interactionId };
}

async function interaction(id: string): Promise<InteractionDetail> {
  return (await supervisor.get<InteractionDetail>(`/interactions/${id}`)).body;
}

test("PostgreSQL killed during a talk: it comes back by itself, the talk does not notice, what was acknowledged is there", async () => {
  const { citizen, interactionId } = await talk();
  const note = { text: "Anotado justo antes de que se cayera la base." };
  const { status } = await agent.api.post(`/interactions/${interactionId}/notes`, note);
  assert.equal(status, 201);
  const own = watchOurOwnDelays();
  const killedAtMs = performance.now();
  killOne(programsOf(demo.vera.pid, "bin/postgres"), "PostgreSQL");
  await waitFor(
    async () => (await agent.api.get("/agent/state").catch(() => ({ status: 0 }))).status === 200,
    { what: "an API that answers again", timeoutMs: 40_000 },
  );
  await Promise.all([agent.hears(CITIZEN_HERTZ), citizen.hears(AGENT_HERTZ)]);
  const silence = longestSilence(citizen.media.heard, killedAtMs);
  const late = own.stop();
  assert.ok(silence.lostMs <= MOST_SILENT_MS, `${silence.lostMs} ms of sound were lost`);
  assert.ok(
    silence.lateMs <= MOST_SILENT_MS + late,
    `sound came ${silence.lateMs} ms late; we ourselves ${late}`,
  );
  const { notes, state } = await interaction(interactionId);
  assert.deepEqual(
    notes.map(({ text }) => text),
    [note.text],
  );
  assert.equal(state, "connected");
  await agent.bar("Finalizar").click();
  assert.equal((await citizen.ended).by, "them");
  const { citizen: left } = await fetchRecording(supervisor, interactionId);
  assert.ok(
    secondsOfTone(left, CITIZEN_HERTZ) * 1_000 >= (performance.now() - killedAtMs) * 0.5,
    "all of it recorded",
  );
  await waitFor(async () => (await interaction(interactionId)).state === "ended", {
    what: "an ended interaction",
  });
  const { citizen: next } = await talk();
  await next.hangup();
});

test("Asterisk killed during a talk: the contact is closed as interrupted, a callback is proposed, the next call is answered", async () => {
  await agent.isFree();
  const from = "3483420777";
  const { interactionId } = await talk(from);
  killOne(programsOf(demo.vera.pid, "sbin/asterisk"), "Asterisk");
  await waitFor(async () => (await interaction(interactionId)).state === "ended", {
    what: "the interaction to be closed",
    timeoutMs: 20_000,
  });
  assert.equal((await interaction(interactionId)).endReason, "interrupted");
  let proposed: CallbackRequest[] = [];
  await waitFor(
    async () => {
      const { body } = await supervisor.get<{ items: CallbackRequest[] }>("/callback-requests");
      proposed = body.items;
      return proposed.length > 0;
    },
    { what: "a callback", timeoutMs: 20_000 },
  );
  assert.equal(proposed.length, 1);
  assert.ok(proposed[0]?.phone.endsWith("3483420777"), `for who was cut off: ${proposed[0]?.phone}`);
  await waitForAnswer();
  await agent.isBack();
});

/** A telephone that dials until the exchange is back. */
async function waitForAnswer(): Promise<void> {
  await waitFor(
    async () => {
      const call = await dial(demo.vera).catch(() => undefined);
      if (!call) return false;
      await call.hearsSomething();
      await call.hangup();
      return true;
    },
    { what: "a call that is answered again", timeoutMs: 30_000 },
  );
}
