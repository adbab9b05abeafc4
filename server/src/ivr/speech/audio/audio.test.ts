import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { composeMusic } from "../music/compose-music.ts";
import { workOnAudio } from "./audio-work.ts";
import { convertUpload, MOST_UPLOAD_BYTES } from "./convert-upload.ts";
import { speechLevelDb } from "./level.ts";
import { durationMs, type Pcm } from "./pcm.ts";
import { readWav } from "./read-wav.ts";
import { resample } from "./resample.ts";
import { toTelephone } from "./to-telephone.ts";
import { writeWav } from "./write-wav.ts";

const MP3 = new URL("../../testing/sounds/two-tones.mp3", import.meta.url);

function tone(hertz: number, seconds: number, sampleRate: number, size = 0.3): Pcm {
  const samples = Float32Array.from(
    { length: seconds * sampleRate },
    (_, index) => size * Math.sin((2 * Math.PI * hertz * index) / sampleRate),
  );
  return { samples, sampleRate };
}

/** Power of one frequency (Goertzel), relative to a full-scale sine. */
function share({ samples, sampleRate }: Pcm, hertz: number): number {
  let [real, imaginary] = [0, 0];
  for (const [index, sample] of samples.entries()) {
    real += sample * Math.cos((2 * Math.PI * hertz * index) / sampleRate);
    imaginary += sample * Math.sin((2 * Math.PI * hertz * index) / sampleRate);
  }
  return (2 * Math.hypot(real, imaginary)) / samples.length;
}

describe("the telephone's treatment of a sound", () => {
  test("keeps the speech band and takes off what lies outside", () => {
    const kept = share(toTelephone(tone(1000, 1, 22_050), { pauseMs: 0 }), 1000);
    assert.ok(kept > 0.13, String(kept));
    for (const [hertz, most] of [
      [3900, 0.02],
      [60, 0.02],
    ] as const) {
      const mixed = tone(1000, 1, 22_050);
      const outside = tone(hertz, 1, 22_050);
      const samples = mixed.samples.map((sample, index) => sample + (outside.samples[index] ?? 0));
      assert.ok(
        share(toTelephone({ samples, sampleRate: 22_050 }, { pauseMs: 0 }), hertz) < most,
        `${hertz} Hz`,
      );
    }
  });

  test("does not fold what 8 kHz cannot carry back into the band", () => {
    const folded = resample(tone(7000, 1, 44_100), 8000, 3400);
    assert.ok(share(folded, 1000) < 0.001, String(share(folded, 1000)));
  });

  for (const size of [0.005, 0.1, 0.9]) {
    test(`brings a loudness of ${size} to -20 dBFS without clipping`, () => {
      const levelled = toTelephone(tone(1000, 1, 16_000, size), { pauseMs: 0 });
      assert.ok(Math.abs(speechLevelDb(levelled) + 20) < 1, String(speechLevelDb(levelled)));
      assert.ok(levelled.samples.every((sample) => Math.abs(sample) < 1));
    });
  }

  test("cuts silence off and leaves exactly the pause asked for", () => {
    const samples = new Float32Array(24_000);
    samples.set(tone(800, 1, 8000).samples, 8000);
    const cut = toTelephone({ samples, sampleRate: 8000 }, { pauseMs: 250 });
    assert.ok(Math.abs(durationMs(cut) - 1290) <= 15, String(durationMs(cut)));
  });
});

describe("an uploaded recording", () => {
  test("in MP3 is decoded: both channels, the right length, the right level", async () => {
    const { wav, durationMs: ms } = await convertUpload(readFileSync(MP3));
    const pcm = readWav(Buffer.from(wav));
    assert.equal(pcm.sampleRate, 8000);
    assert.ok(Math.abs(ms - 2190) < 60, `${ms} ms: two seconds of tone, silence cut, pause added`);
    assert.ok(Math.abs(speechLevelDb(pcm) + 20) < 1);
    assert.ok(share(pcm, 440) > 0.05 && share(pcm, 1000) > 0.05);
  });

  for (const [name, bits, code] of [
    ["16-bit", 16, 1],
    ["8-bit", 8, 1],
    ["float", 32, 3],
  ] as const) {
    test(`in ${name} stereo WAV is mixed down`, async () => {
      const wav = stereoWav(tone(600, 0.5, 44_100), { bits, code });
      const { durationMs: ms } = await convertUpload(wav);
      assert.ok(Math.abs(ms - 670) < 60, String(ms));
    });
  }

  test("in G.711 comes out as it went in", () => {
    // µ-law bytes of +full scale, 0 and -full scale; ITU-T G.711 table 2a.
    const pcm = readWav(
      wavOf(Buffer.from([0x80, 0xff, 0x00]), { code: 7, bits: 8, channels: 1, rate: 8000 }),
    );
    assert.deepEqual(
      [...pcm.samples].map((sample) => Math.round(sample * 32_768)),
      [32_124, 0, -32_124],
    );
    const aLaw = readWav(wavOf(Buffer.from([0xaa, 0x2a]), { code: 6, bits: 8, channels: 1, rate: 8000 }));
    assert.deepEqual(
      [...aLaw.samples].map((sample) => Math.round(sample * 32_768)),
      [32_256, -32_256],
    );
  });

  const refused: [string, Buffer, RegExp][] = [
    ["that is a picture", Buffer.from("\x89PNG\r\n\x1a\n0000000000", "latin1"), /neither WAV nor MP3/],
    ["that is empty", Buffer.alloc(0), /neither WAV nor MP3/],
    ["that is silent", writeWav({ samples: new Float32Array(8000), sampleRate: 8000 }), /silent/],
    ["that is a click", writeWav(tone(800, 0.05, 8000)), /shorter than/],
    ["that is huge", Buffer.alloc(MOST_UPLOAD_BYTES + 1), /over 10 MB/],
    ["with a header and no sound", writeWav(tone(800, 1, 8000)).subarray(0, 40), /no sound/],
    [
      "with an MP3's name and rubbish inside",
      Buffer.concat([Buffer.from("ID3"), Buffer.alloc(5000, 7)]),
      /damaged/,
    ],
    [
      "in a WAV format that nobody uses",
      wavOf(Buffer.alloc(8000), { code: 17, bits: 4, channels: 1, rate: 8000 }),
      /not supported/,
    ],
  ];
  for (const [what, file, why] of refused) {
    test(`${what} is refused, saying why`, async () => {
      await assert.rejects(convertUpload(file), why);
    });
  }

  test("that claims more data than it has is read as far as it goes", () => {
    const wav = writeWav(tone(800, 1, 8000));
    wav.writeUInt32LE(0xffffffff, 40);
    assert.equal(readWav(wav).samples.length, 8000);
  });
});

describe("the music in queue", () => {
  test("is a loop of 24 seconds without a seam, under the level of speech", async () => {
    const music = composeMusic();
    assert.equal(durationMs(music), 24_000);
    const jump = Math.abs((music.samples[0] ?? 1) - (music.samples.at(-1) ?? -1));
    const steps = music.samples.map((sample, index) =>
      Math.abs(sample - (music.samples[index - 1] ?? sample)),
    );
    assert.ok(
      jump <= steps.reduce((most, step) => Math.max(most, step), 0),
      "no click where it begins again",
    );
    const { wav } = await workOnAudio({ kind: "music" });
    const level = speechLevelDb(readWav(Buffer.from(wav)));
    assert.ok(level < -25 && level > -29, String(level));
  });
});

function stereoWav(pcm: Pcm, { bits, code }: { bits: 8 | 16 | 32; code: number }): Buffer {
  const bytes = bits / 8;
  const body = Buffer.alloc(pcm.samples.length * 2 * bytes);
  for (const [index, sample] of pcm.samples.entries()) {
    for (const channel of [0, 1]) {
      const at = (index * 2 + channel) * bytes;
      if (bits === 8) body.writeUInt8(Math.round(sample * 127) + 128, at);
      else if (bits === 16) body.writeInt16LE(Math.round(sample * 32_767), at);
      else body.writeFloatLE(sample, at);
    }
  }
  return wavOf(body, { code, bits, channels: 2, rate: pcm.sampleRate });
}

function wavOf(body: Buffer, format: { code: number; bits: number; channels: number; rate: number }): Buffer {
  const header = Buffer.alloc(44);
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + body.length, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(format.code, 20);
  header.writeUInt16LE(format.channels, 22);
  header.writeUInt32LE(format.rate, 24);
  header.writeUInt32LE(format.rate * format.channels * (format.bits / 8), 28);
  header.writeUInt16LE(format.channels * Math.ceil(format.bits / 8), 32);
  header.writeUInt16LE(format.bits, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(body.length, 40);
  return Buffer.concat([header, body]);
}
