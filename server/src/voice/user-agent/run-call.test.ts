import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { type RunCallOptions, runCall } from "./run-call.ts";
import type { SipCall } from "./sip-call.ts";
import { type IncomingCall, receiveCalls } from "./sip-callee.ts";
import type { SipEndpoint } from "./sip-endpoint.ts";
import { containsTone, tone } from "./tones.ts";
import { toWav } from "./wav.ts";

const open: SipEndpoint[] = [];
after(() => {
  for (const endpoint of open) endpoint.close();
});

async function exchange(onCall: (call: IncomingCall) => void): Promise<{ host: string; port: number }> {
  const endpoint = await receiveCalls({ onCall });
  open.push(endpoint);
  return { host: endpoint.host, port: endpoint.port };
}

function options(
  at: { host: string; port: number },
  more: Partial<RunCallOptions>,
): { lines: string[]; call: RunCallOptions } {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  return { lines, call: { ...at, from: "1", to: "148", press: [], seconds: 1, json: false, print, ...more } };
}

test("it waits for the prompt to end, presses the key, speaks the file and tells how it went", async () => {
  const directory = await mkdtemp(join(tmpdir(), "vera-say-"));
  after(() => rm(directory, { recursive: true }));
  const say = join(directory, "hola.wav");
  await writeFile(say, toWav(tone({ hertz: 620, seconds: 1 })));
  let answered: SipCall | undefined;
  let promptEndedAtMs = 0;
  let keyAtMs = 0;
  const at = await exchange((incoming) => {
    const call = incoming.answer();
    answered = call;
    const add = call.media.heard.add.bind(call.media.heard);
    call.media.heard.add = (packet, nowMs): void => {
      if (((packet[1] ?? 0) & 0x7f) === 101 && packet[12] === 2) keyAtMs ||= nowMs;
      add(packet, nowMs);
    };
    void call.media.play(tone({ hertz: 440, seconds: 1 })).then(() => {
      promptEndedAtMs = performance.now();
    });
  });
  const { lines, call } = options(at, { press: ["2"], say, seconds: 4 });
  assert.equal(await runCall(call), 0);
  assert.ok(promptEndedAtMs > 0 && keyAtMs > promptEndedAtMs, "the key came after the prompt");
  const heard = answered?.media.heard.samples ?? new Int16Array();
  assert.ok(containsTone(heard.slice(-6_000, -2_000), 620), "the file was heard");
  assert.match(lines.join("\n"), /Answered\.\nPresses 2\nTalking/);
  assert.match(lines.at(-1) ?? "", /^Hung up from here after \d/);
});

test("a refusal ends with exit code 1 and says what to do", async () => {
  const at = await exchange((call) => call.refuse(401, "Unauthorized"));
  const { lines, call } = options(at, {});
  assert.equal(await runCall(call), 1);
  assert.match(lines.join("\n"), /Not answered: 401 Unauthorized.*trunk by address 127\.0\.0\.1/s);
});

test("for a program it is one line of JSON", async () => {
  const at = await exchange((call) => {
    void call.answer().media.play(tone({ hertz: 440, seconds: 1 }));
  });
  const { lines, call } = options(at, { json: true });
  assert.equal(await runCall(call), 0);
  assert.equal(lines.length, 1);
  const said = JSON.parse(lines[0] ?? "{}");
  assert.equal(said.answered, true);
  assert.ok(said.inviteToSoundMs > 0 && said.talkedSeconds >= 1);
});
