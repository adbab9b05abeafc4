import { readFile } from "node:fs/promises";
import { RATE } from "./g711.ts";

/** 16-bit PCM, as it is in the file. */
export interface Sound {
  readonly rate: number;
  readonly channels: readonly Int16Array[];
}

/** RIFF/WAVE with 16-bit PCM, any rate, any number of channels. */
export function parseWav(file: Buffer): Sound {
  if (file.toString("latin1", 0, 4) !== "RIFF" || file.toString("latin1", 8, 12) !== "WAVE") {
    throw new Error("not a WAV file");
  }
  let format: { count: number; rate: number } | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString("latin1", at, at + 4);
    const length = file.readUInt32LE(at + 4);
    if (name === "fmt ") {
      if (file.readUInt16LE(at + 22) !== 16)
        throw new Error("only WAV files with 16 bits per sample are read");
      format = { count: file.readUInt16LE(at + 10), rate: file.readUInt32LE(at + 12) };
    }
    // Programs that write to a pipe leave the length at its maximum.
    if (name === "data" && format) return separate(file.subarray(at + 8, at + 8 + length), format);
    at += 8 + length + (length % 2);
  }
  throw new Error("a WAV file without sound");
}

/** Raw interleaved s16le, as Asterisk's stereo recordings are. */
export function separate(bytes: Buffer, { count, rate }: { count: number; rate: number }): Sound {
  const frames = Math.floor(bytes.length / 2 / count);
  const channels = Array.from({ length: count }, (_, channel) =>
    Int16Array.from({ length: frames }, (_, i) => bytes.readInt16LE((i * count + channel) * 2)),
  );
  return { rate, channels };
}

/** The first channel at 8 kHz, by straight lines between samples: enough for a telephone. */
export function forTelephone({ rate, channels }: Sound): Int16Array {
  const source = channels[0] ?? new Int16Array();
  if (rate === RATE) return source;
  const step = rate / RATE;
  return Int16Array.from({ length: Math.floor(source.length / step) }, (_, i) => {
    const left = Math.floor(i * step);
    const here = source[left] ?? 0;
    return Math.round(here + ((source[left + 1] ?? here) - here) * (i * step - left));
  });
}

export async function readWavForTelephone(path: string): Promise<Int16Array> {
  return forTelephone(parseWav(await readFile(path)));
}

/** One channel, 16 bits, 8 kHz. */
export function toWav(samples: Int16Array): Buffer {
  const header = Buffer.alloc(44);
  const bytes = samples.length * 2;
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + bytes, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(RATE, 24);
  header.writeUInt32LE(RATE * 2, 28);
  header.writeUInt16LE(2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(bytes, 40);
  const body = Buffer.alloc(bytes);
  samples.forEach((sample, i) => {
    body.writeInt16LE(sample, i * 2);
  });
  return Buffer.concat([header, body]);
}
