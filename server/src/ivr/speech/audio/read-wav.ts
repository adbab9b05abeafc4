import { BadAudio } from "./bad-audio.ts";
import { decodeSamples } from "./decode-samples.ts";
import { mixDown, type Pcm } from "./pcm.ts";

const EXTENSIBLE = 0xfffe;
type Format = { code: number; channels: number; sampleRate: number; bits: number };

/** Reads RIFF/WAVE as recorders and telephone systems write it: linear 8–32 bit, float, A-law, µ-law; any rate, any channels. */
export function readWav(file: Buffer): Pcm {
  let format: Format | undefined;
  for (let at = 12; at + 8 <= file.length; ) {
    const name = file.toString("latin1", at, at + 4);
    const size = file.readUInt32LE(at + 4);
    const body = file.subarray(at + 8, Math.min(file.length, at + 8 + size));
    if (name === "fmt ") format = readFormat(body);
    if (name === "data") return readData(body, format);
    at += 8 + size + (size % 2);
  }
  throw new BadAudio("The WAV file has no sound in it; save it again from your recorder");
}

export function isWav(file: Buffer): boolean {
  return file.toString("latin1", 0, 4) === "RIFF" && file.toString("latin1", 8, 12) === "WAVE";
}

function readFormat(body: Buffer): Format {
  if (body.length < 16) throw new BadAudio("The WAV file's header is cut short");
  const code = body.readUInt16LE(0);
  const format = {
    code: code === EXTENSIBLE && body.length >= 26 ? body.readUInt16LE(24) : code,
    channels: body.readUInt16LE(2),
    sampleRate: body.readUInt32LE(4),
    bits: body.readUInt16LE(14),
  };
  if (format.channels < 1 || format.channels > 8 || format.sampleRate < 4000 || format.sampleRate > 192_000) {
    throw new BadAudio("The WAV file's header makes no sense; save it again from your recorder");
  }
  return format;
}

function readData(body: Buffer, format: Format | undefined): Pcm {
  if (format === undefined)
    throw new BadAudio("The WAV file has no header; save it again from your recorder");
  const all = decodeSamples(body, format);
  const length = Math.floor(all.length / format.channels);
  const channels = Array.from({ length: format.channels }, (_, channel) =>
    Float32Array.from({ length }, (_unused, index) => all[index * format.channels + channel] ?? 0),
  );
  return mixDown(channels, format.sampleRate);
}
