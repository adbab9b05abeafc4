import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { ProviderError } from "../../platform/index.ts";
import { speechLevelDb } from "./audio/level.ts";
import { durationMs } from "./audio/pcm.ts";
import { readWav } from "./audio/read-wav.ts";
import { chooseEngine } from "./engines/choose-engine.ts";
import { espeakEngine } from "./engines/espeak/espeak-engine.ts";
import { PICO_FOLDER, picoEngine } from "./engines/pico/pico-engine.ts";
import type { TtsEngine } from "./tts.ts";
import { VoicedSounds } from "./voiced-sounds.ts";

const WORDS = "Bienvenido al centro de atención al ciudadano. Para impuestos, marcá 1.";

let folder = "";
before(() => {
  folder = mkdtempSync(join(tmpdir(), "vera-sounds-"));
});
after(() => rmSync(folder, { recursive: true, force: true }));

/** Counts what is really spoken. */
function counted(engine: TtsEngine) {
  const spoken: string[] = [];
  const speak = (text: string) => {
    spoken.push(text);
    return engine.speak(text);
  };
  return { spoken, engine: { ...engine, speak } };
}

describe("eSpeak NG in its own process", () => {
  const { engine, spoken } = counted(espeakEngine());
  const sounds = () => new VoicedSounds({ folder, engine });
  const first = { sounds: undefined as VoicedSounds | undefined };
  after(() => first.sounds?.close());

  test("says Spanish text as a telephone WAV of the right length and level", async () => {
    first.sounds = sounds();
    const sound = await first.sounds.say({ text: WORDS, pauseMs: 100 });
    assert.doesNotMatch(sound.path, /\.wav$/);
    const wav = readFileSync(`${sound.path}.wav`);
    const pcm = readWav(wav);
    assert.deepEqual([pcm.sampleRate, wav.readUInt16LE(22), wav.readUInt16LE(34)], [8000, 1, 16]);
    // 71 characters at 150 words a minute.
    assert.ok(durationMs(pcm) > 3500 && durationMs(pcm) < 8000, `${durationMs(pcm)} ms`);
    assert.equal(sound.durationMs, durationMs(pcm));
    assert.ok(Math.abs(speechLevelDb(pcm) + 20) < 1.5, `${speechLevelDb(pcm)} dBFS`);
  });

  test("is readable by the telephone engine, whoever it runs as", async () => {
    const sound = await first.sounds?.say({ text: WORDS, pauseMs: 100 });
    assert.ok(sound);
    assert.equal(statSync(`${sound.path}.wav`).mode & 0o777, 0o644);
    assert.equal(statSync(join(sound.path, "..")).mode & 0o005, 0o005);
  });

  test("is asked once for each text, also by a process that starts later", async () => {
    const said = spoken.length;
    const text = "Una frase nueva.";
    await Promise.all([1, 2, 3].map(() => first.sounds?.say({ text, pauseMs: 100 })));
    assert.equal(spoken.length, said + 1);
    const later = sounds();
    assert.ok((await later.say({ text, pauseMs: 100 })).durationMs ?? 0 > 500);
    assert.equal(spoken.length, said + 1);
  });
});

describe("SVOX Pico", () => {
  test("is chosen only where its Spanish files are installed", () => {
    assert.equal(picoEngine(folder), undefined);
    const engine = chooseEngine(folder);
    assert.match(engine.id, /^espeak-ng/);
    engine.close();
  });

  const installed = picoEngine(PICO_FOLDER);
  test("says Spanish text", {
    skip: installed === undefined && "its Spanish files are not installed",
  }, async () => {
    assert.ok(installed);
    const { samples, sampleRate } = await installed.speak(WORDS);
    installed.close();
    assert.ok(samples.length / sampleRate > 3.5 && samples.length / sampleRate < 9);
  });
});

test("an engine that fails is a failure of the provider, and is asked again later", async () => {
  let tries = 0;
  const engine: TtsEngine = {
    id: "broken",
    speak: async () => {
      tries += 1;
      throw new Error("no voice");
    },
    close: () => undefined,
  };
  const sounds = new VoicedSounds({ folder, engine });
  await assert.rejects(sounds.say({ text: "hola", pauseMs: 0 }), ProviderError);
  await assert.rejects(sounds.say({ text: "hola", pauseMs: 0 }));
  assert.equal(tries, 2);
  sounds.close();
});
