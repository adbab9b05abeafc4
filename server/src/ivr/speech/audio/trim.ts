import type { Pcm } from "./pcm.ts";

/** Quieter than this under the loudest sample is silence. */
const SILENCE_DB = 45;
const FADE_SECONDS = 0.005;
const MARGIN_SECONDS = 0.02;

/** Cuts the silence before and after, so that clips can follow one another, then adds exactly `pauseMs` at the end. */
export function trim(pcm: Pcm, pauseMs: number): Pcm {
  const loudest = pcm.samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
  const floor = loudest * 10 ** (-SILENCE_DB / 20);
  const first = pcm.samples.findIndex((sample) => Math.abs(sample) > floor);
  if (first < 0) return pcm;
  const last = pcm.samples.findLastIndex((sample) => Math.abs(sample) > floor);
  const margin = Math.round(MARGIN_SECONDS * pcm.sampleRate);
  const spoken = pcm.samples.subarray(Math.max(0, first - margin), last + margin);
  const samples = new Float32Array(spoken.length + Math.round((pauseMs * pcm.sampleRate) / 1000));
  samples.set(spoken);
  fade(samples, spoken.length, Math.round(FADE_SECONDS * pcm.sampleRate));
  return { ...pcm, samples };
}

/** A cut in the middle of a wave clicks. */
function fade(samples: Float32Array, length: number, over: number): void {
  for (let index = 0; index < Math.min(over, length); index += 1) {
    const gain = index / over;
    samples[index] = (samples[index] ?? 0) * gain;
    samples[length - 1 - index] = (samples[length - 1 - index] ?? 0) * gain;
  }
}
