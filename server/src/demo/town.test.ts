import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type TestPlatform, testPlatform } from "../platform/testing/index.ts";
import type { SipCall } from "../voice/user-agent/sip-call.ts";
import { placeCall } from "../voice/user-agent/sip-caller.ts";
import { tone } from "../voice/user-agent/tones.ts";
import { toWav } from "../voice/user-agent/wav.ts";
import { openTown } from "./town.ts";

const HERTZ = 950;
const dataDir = mkdtempSync(join(tmpdir(), "vera-town-"));
const said: string[] = [];
let kit: TestPlatform;
let leave: () => void;

async function speak(text: string): Promise<string> {
  said.push(text);
  const path = join(dataDir, "message");
  writeFileSync(`${path}.wav`, toWav(tone({ hertz: HERTZ, seconds: 2 })));
  return path;
}

before(async () => {
  kit = await testPlatform({ realClock: true });
  leave = await openTown(kit.platform, { dataDir, speak });
});
after(async () => {
  leave();
  await kit.close();
  rmSync(dataDir, { recursive: true, force: true });
});

async function call(to: string): Promise<SipCall> {
  const port = Number(readFileSync(join(dataDir, "demo-town-port"), "utf8"));
  return await placeCall({ host: "127.0.0.1", port, from: "08005551111", to });
}

test("whoever is called rings, answers, says that this is a demonstration, and hangs up", async () => {
  const talk = await call("911");
  await talk.answered(20_000);
  assert.ok(talk.times.ringingAtMs, "it rang first");
  await talk.hears(HERTZ);
  assert.match(said.at(-1) ?? "", /demostración.*9, 1, 1/);
  assert.equal((await talk.ended).by, "them");
});

test("a busy number and one that is not in use are refused with the network's codes", async () => {
  for (const status of [486, 404]) {
    const { by, status: given } = await (await call(`03424506${status}`)).ended;
    assert.deepEqual({ by, given }, { by: "them", given: status });
  }
});

test("where nobody is at home it rings until the caller gives up", async () => {
  const ringing = await call("03424506480");
  await assert.rejects(ringing.answered(4_000));
  assert.ok(ringing.times.ringingAtMs);
  assert.equal((await ringing.hangup()).status, 487);
});

test("the town ends its talks with the program", async () => {
  const talk = await call("03424506601");
  await talk.answered(20_000);
  await talk.hears(HERTZ);
  leave();
  // It is gone without a word, as the whole program is: nothing comes any more.
  await talk.hearsSilence(10_000);
  talk.finish({ by: "us", status: 200, reason: "test over" });
});
