import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { InteractionDetail } from "@vera/contracts/conversations";
import type { LiveQueueList } from "@vera/contracts/routing";
import type { Static } from "typebox";
import type { AgentScreen } from "./support/agent-screen.ts";
import type { ApiSession } from "./support/api-session.ts";
import { dial, hangUpAll } from "./support/citizen.ts";
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

async function waiting(): Promise<number> {
  const { body } = await supervisor.get<Static<typeof LiveQueueList>>("/queues/live");
  return body.items.reduce((sum, queue) => sum + queue.waiting + queue.offering, 0);
}

test("our process killed while a caller is in the menu: the menu goes on where it was", async () => {
  const citizen = await dial(demo.vera);
  await citizen.hearsSomething();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  await demo.killAndRestart();
  await citizen.hearsSomething(20_000);
  await citizen.press("1");
  await waitFor(async () => (await waiting()) === 1, { what: "the caller in the queue", timeoutMs: 20_000 });
  await citizen.hangup();
  await waitFor(async () => (await waiting()) === 0, { what: "an empty queue" });
});

test("our process killed while callers wait: they hear music, keep their order, and are served after the restart", async () => {
  const first = await dial(demo.vera, { press: "1", hertz: CITIZEN_HERTZ });
  await waitFor(async () => (await waiting()) === 1, { what: "the first in the queue" });
  const second = await dial(demo.vera, { press: "1", hertz: 620 });
  await waitFor(async () => (await waiting()) === 2, { what: "the second in the queue" });
  await demo.killAndRestart(() => first.hearsSomething(3_000));
  assert.equal(await waiting(), 2);
  assert.ok(first.isTalking && second.isTalking, "nobody was cut off");
  await first.hearsSomething(10_000);
  await agent.isBack();
  await agent.ready();
  await agent.accept();
  await agent.hears(CITIZEN_HERTZ);
  assert.equal(await waiting(), 1);
  await second.hangup();
  await first.hangup();
});

test("our process killed during a talk: the two go on talking, and after the restart the desk has the call", async () => {
  await agent.ready();
  const citizen = await dial(demo.vera, { press: "1", hertz: CITIZEN_HERTZ });
  await agent.accept();
  await Promise.all([agent.hears(CITIZEN_HERTZ), citizen.hears(AGENT_HERTZ, 8_000)]);
  const { interactionId } = await agent.call(({ status }) => status === "talk", "a talk");
  const own = watchOurOwnDelays();
  const killedAtMs = performance.now();
  await demo.killAndRestart(() => Promise.all([agent.hears(CITIZEN_HERTZ), citizen.hears(AGENT_HERTZ)]));
  await Promise.all([agent.hears(CITIZEN_HERTZ), citizen.hears(AGENT_HERTZ)]);
  const silence = longestSilence(citizen.media.heard, killedAtMs);
  const late = own.stop();
  assert.ok(silence.lostMs <= MOST_SILENT_MS, `${silence.lostMs} ms of sound were lost`);
  assert.ok(
    silence.lateMs <= MOST_SILENT_MS + late,
    `sound came ${silence.lateMs} ms late; we ourselves ${late}`,
  );
  await agent.call((call) => call.interactionId === interactionId && call.status === "talk", "the same talk");
  await agent.isBack();
  await agent.bar("Finalizar").click({ timeout: 15_000 });
  assert.equal((await citizen.ended).by, "them");
  const talkedMs = performance.now() - killedAtMs;
  const { citizen: left, agent: right, item } = await fetchRecording(supervisor, interactionId);
  assert.ok((item.seconds ?? 0) * 1_000 >= talkedMs, "the recording goes on over the restart");
  assert.ok(secondsOfTone(left, CITIZEN_HERTZ) * 1_000 >= talkedMs * 0.8, "the citizen until the end");
  assert.ok(secondsOfTone(right, AGENT_HERTZ) * 1_000 >= talkedMs * 0.4, "the agent's bursts until the end");
  const { body } = await supervisor.get<InteractionDetail>(`/interactions/${interactionId}`);
  assert.equal(body.state, "ended");
});
