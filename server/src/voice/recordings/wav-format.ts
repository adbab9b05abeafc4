export const SAMPLE_RATE = 8_000;
const BYTES_PER_SAMPLE = 2;
export const WAV_HEADER_BYTES = 44;

export interface WavShape {
  readonly channels: 1 | 2;
  readonly dataBytes: number;
}

/** RIFF header of 8 kHz 16-bit PCM, which every browser plays. */
export function wavHeader({ channels, dataBytes }: WavShape): Buffer {
  const header = Buffer.alloc(WAV_HEADER_BYTES);
  const frame = channels * BYTES_PER_SAMPLE;
  header.write("RIFF", 0, "latin1");
  header.writeUInt32LE(36 + dataBytes, 4);
  header.write("WAVEfmt ", 8, "latin1");
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20); // PCM
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(SAMPLE_RATE, 24);
  header.writeUInt32LE(SAMPLE_RATE * frame, 28);
  header.writeUInt16LE(frame, 32);
  header.writeUInt16LE(BYTES_PER_SAMPLE * 8, 34);
  header.write("data", 36, "latin1");
  header.writeUInt32LE(dataBytes, 40);
  return header;
}

export function secondsOf({ channels, dataBytes }: WavShape): number {
  return dataBytes / (SAMPLE_RATE * BYTES_PER_SAMPLE * channels);
}
