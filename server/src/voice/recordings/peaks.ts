import { SAMPLE_RATE } from "./wav-format.ts";

/** A minute is 600 points a side: as fine as a screen is wide. */
export const SLICES_PER_SECOND = 10;
const FRAME_BYTES = 4;
const FRAMES_PER_SLICE = SAMPLE_RATE / SLICES_PER_SECOND;

/** Loudest sample per slice and side while the sound passes by: one byte each, 0–255. */
export class PeakMeter {
  readonly #slices: number[] = [];
  #left = 0;
  #right = 0;
  #frames = 0;
  #rest: Buffer = Buffer.alloc(0);

  /** Signed 16-bit little endian, left and right in turn. */
  add(chunk: Buffer): void {
    const sound = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    const whole = sound.length - (sound.length % FRAME_BYTES);
    for (let at = 0; at < whole; at += FRAME_BYTES) {
      this.#left = Math.max(this.#left, Math.abs(sound.readInt16LE(at)));
      this.#right = Math.max(this.#right, Math.abs(sound.readInt16LE(at + 2)));
      this.#frames += 1;
      if (this.#frames === FRAMES_PER_SLICE) this.#close();
    }
    this.#rest = sound.subarray(whole);
  }

  finish(): Buffer {
    if (this.#frames > 0) this.#close();
    return Buffer.from(this.#slices);
  }

  #close(): void {
    this.#slices.push(Math.min(255, this.#left >> 7), Math.min(255, this.#right >> 7));
    this.#left = 0;
    this.#right = 0;
    this.#frames = 0;
  }
}

export function readPeakBytes(peaks: Buffer): { citizen: number[]; agent: number[] } {
  const citizen: number[] = [];
  const agent: number[] = [];
  for (let at = 0; at + 1 < peaks.length; at += 2) {
    citizen.push((peaks[at] ?? 0) / 255);
    agent.push((peaks[at + 1] ?? 0) / 255);
  }
  return { citizen, agent };
}
