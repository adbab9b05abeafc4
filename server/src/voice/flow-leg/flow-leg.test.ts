import assert from "node:assert/strict";
import { stat, writeFile } from "node:fs/promises";
import { after, afterEach, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { CallEnded, type CallLeg, type Media, type PressedKey } from "../../ivr/index.ts";
import { WAV_HEADER_BYTES, wavHeader } from "../recordings/wav-format.ts";
import { CITIZEN_HERTZ, type VoiceKit, voiceKit } from "../testing/voice-kit.ts";
import { tone } from "../user-agent/tones.ts";

let kit: VoiceKit;
before(async () => {
  kit = await voiceKit();
});
after(() => kit.close());
afterEach(() => kit.nothingLeft());

/** A sound file of one tone that Asterisk can read. */
async function sound(hertz: number, seconds: number): Promise<Media> {
  const samples = tone({ hertz, seconds });
  const path = `${kit.asterisk.instance.directory}/sounds/tone-${hertz}-${seconds}`;
  const data = Buffer.from(samples.buffer);
  const header = wavHeader({ channels: 1, dataBytes: data.length });
  await writeFile(`${path}.wav`, Buffer.concat([header, data]), { mode: 0o644 });
  return { kind: "sound", path };
}

/** The citizen calls; `work` is the flow. What it returns, or throws, is the result. */
async function inFlow<T>(work: (leg: CallLeg) => Promise<T>) {
  const result = Promise.withResolvers<T>();
  result.promise.catch(() => undefined);
  kit.flow = async ({ leg }) => {
    await work(leg).then(result.resolve, result.reject);
    return leg.ended.aborted ? "abandoned" : "completed";
  };
  const citizen = await kit.citizen();
  await citizen.answered();
  return { citizen, result: result.promise };
}

const uninterrupted = { interruptibleByKeys: false };
const interruptible = { interruptibleByKeys: true };

test("sounds follow each other without a gap, silence has its length, and the flow's end hangs up", async () => {
  const pieces = [await sound(800, 0.5), { kind: "silence", ms: 300 } as const, await sound(1400, 0.5)];
  const { citizen, result } = await inFlow((leg) => leg.play(pieces, uninterrupted));
  await citizen.hears(800);
  await citizen.hears(1400);
  assert.equal(await result, "finished");
  assert.equal((await citizen.ended).by, "them");
});

test("a key cuts an announcement short and is kept; one that waits already skips the next altogether", async () => {
  const long = await sound(800, 10);
  const { citizen, result } = await inFlow(async (leg) => {
    const first = await leg.play([long], interruptible);
    const startedAt = performance.now();
    const second = await leg.play([long], interruptible);
    const skippedInMs = performance.now() - startedAt;
    const keys = [await leg.nextKey(10_000), await leg.nextKey(10_000), await leg.nextKey(100)];
    return { first, second, skippedInMs, keys: keys.map((pressed: PressedKey | null) => pressed?.key) };
  });
  await citizen.hears(800);
  await citizen.press("25");
  const { first, second, skippedInMs, keys } = await result;
  assert.equal(first, "interrupted");
  assert.equal(second, "interrupted");
  assert.ok(skippedInMs < 5_000, "ten seconds of sound were skipped");
  assert.deepEqual(keys, ["2", "5", undefined]);
  await citizen.ended;
});

test("ten keys dialled fast, before anything listens, arrive all and in order", async () => {
  const { citizen, result } = await inFlow(async (leg) => {
    await leg.play([{ kind: "silence", ms: 2_500 }], uninterrupted);
    const keys: string[] = [];
    for (let pressed = await leg.nextKey(300); pressed; pressed = await leg.nextKey(300))
      keys.push(pressed.key);
    return keys.join("");
  });
  await citizen.press("3483550142#", { toneMs: 60, gapMs: 60 });
  assert.equal(await result, "3483550142#");
  await citizen.ended;
});

test("music plays behind announcements, and goes on after them", async () => {
  const music = await sound(700, 2);
  const words = await sound(1400, 0.6);
  const { citizen, result } = await inFlow(async (leg) => {
    await leg.startMusic(music.kind === "sound" ? music.path : "");
    await sleep(600);
    await leg.play([words], uninterrupted);
    await sleep(1_500);
    await leg.stopMusic();
    return await leg.nextKey(400);
  });
  await citizen.hears(700);
  await citizen.hears(1400);
  await citizen.hears(700);
  await citizen.hearsSilence();
  assert.equal(await result, null);
  await citizen.ended;
});

test("who hangs up in mid-announcement ends whatever the flow waits for", async () => {
  const long = await sound(800, 10);
  const { citizen, result } = await inFlow((leg) => leg.play([long], interruptible));
  await citizen.hears(800);
  await citizen.hangup();
  await assert.rejects(result, CallEnded);
  const begun = Promise.withResolvers<void>();
  const { citizen: other, result: key } = await inFlow((leg) => {
    begun.resolve();
    return leg.nextKey(10_000);
  });
  // Who is gone before the flow begins never enters it.
  await begun.promise;
  await other.hangup();
  await assert.rejects(key, CallEnded);
});

test("a message is kept up to the key, and up to the hang-up", async () => {
  const options = { maxSeconds: 10, silenceSeconds: 5, finishKeys: ["#"] as const, beep: true };
  const { citizen, result } = await inFlow((leg) => leg.recordVoicemail(options));
  await citizen.hears(950);
  await sleep(1_500);
  await citizen.press("#");
  const message = await result;
  assert.equal(message.endedBy, "key");
  assert.ok((await stat(message.path)).size > WAV_HEADER_BYTES + 16_000);
  await citizen.ended;
  const { citizen: other, result: cut } = await inFlow((leg) =>
    leg.recordVoicemail({ ...options, beep: false }),
  );
  await sleep(1_500);
  await other.hangup();
  const kept = await cut;
  assert.equal(kept.endedBy, "hang-up");
  assert.ok((await stat(kept.path)).size > WAV_HEADER_BYTES + 16_000);
});

test("a flow connects the citizen with a number outside, and has them back afterwards", async () => {
  const words = await sound(1400, 0.6);
  const options = { timeoutSeconds: 10, showNumber: "caller", purpose: "transfer" } as const;
  const { citizen, result } = await inFlow(async (leg) => {
    const dialled = await leg.dial("5493484000000", options);
    if (dialled.status !== "connected") return dialled.status;
    const { endedBy } = await dialled.finished;
    await leg.play([words], uninterrupted);
    return endedBy;
  });
  const ringing = await kit.nextOutside();
  await citizen.hears(425);
  const office = ringing.answer();
  void office.media.play(tone({ hertz: 2000, seconds: 1 }), { loop: true });
  await Promise.all([citizen.hears(2000), office.hears(CITIZEN_HERTZ)]);
  await office.hangup();
  await citizen.hears(1400);
  assert.equal(await result, "other-side");
  await citizen.ended;
  const { citizen: other, result: busy } = await inFlow((leg) => leg.dial("5493484000000", options));
  (await kit.nextOutside()).refuse(486);
  assert.deepEqual(await busy, { status: "busy" });
  await other.ended;
});
