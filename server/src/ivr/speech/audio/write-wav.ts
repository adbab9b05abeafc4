import type { Pcm } from "./pcm.ts";

const HEADER_BYTES = 44;

/** 16-bit linear WAV, one channel (Microsoft RIFF/WAVE, format 1): what Asterisk plays without transcoding tables. */
export function writeWav({ samples, sampleRate }: Pcm): Buffer {
  const wav = Buffer.alloc(HEADER_BYTES + samples.length * 2);
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(sampleRate, 24);
  wav.writeUInt32LE(sampleRate * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(samples.length * 2, 40);
  for (const [index, sample] of samples.entries()) {
    wav.writeInt16LE(Math.round(Math.max(-1, Math.min(1, sample)) * 32767), HEADER_BYTES + index * 2);
  }
  return wav;
}

/** Milliseconds of a WAV written by `writeWav`, from its size alone. */
export function wavDurationMs(bytes: number, sampleRate: number): number {
  return Math.max(0, Math.round(((bytes - HEADER_BYTES) * 500) / sampleRate));
}
