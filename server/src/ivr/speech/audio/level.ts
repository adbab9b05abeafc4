import type { Pcm } from "./pcm.ts";

const FRAME_SECONDS = 0.05;
/** Frames this far under the loudest are pauses, and do not count for the level. */
const PAUSE_DB = 30;
/** More gain would lift noise, not speech. */
const MOST_GAIN_DB = 30;
/** Peaks are rounded from here on, so that G.711 never clips. */
const KNEE = 0.6;

/** Mean power of what is not a pause, in dB under full scale; -Infinity for silence. */
export function speechLevelDb({ samples, sampleRate }: Pcm): number {
  const frame = Math.max(1, Math.round(sampleRate * FRAME_SECONDS));
  const powers: number[] = [];
  for (let start = 0; start + frame <= samples.length; start += frame) {
    let power = 0;
    for (let index = start; index < start + frame; index += 1) power += (samples[index] ?? 0) ** 2;
    powers.push(power / frame);
  }
  const floor = powers.reduce((most, power) => Math.max(most, power), 0) * 10 ** (-PAUSE_DB / 10);
  const spoken = powers.filter((power) => power > floor);
  if (spoken.length === 0) return Number.NEGATIVE_INFINITY;
  return 10 * Math.log10(spoken.reduce((sum, power) => sum + power, 0) / spoken.length);
}

/** Brings speech to `targetDb`; silence stays silence. */
export function levelTo(pcm: Pcm, targetDb: number): Pcm {
  const levelDb = speechLevelDb(pcm);
  if (!Number.isFinite(levelDb)) return pcm;
  const gain = 10 ** (Math.min(targetDb - levelDb, MOST_GAIN_DB) / 20);
  return { ...pcm, samples: pcm.samples.map((sample) => rounded(sample * gain)) };
}

/** Straight up to the knee, then bent towards ±1 without ever reaching it. */
function rounded(sample: number): number {
  const size = Math.abs(sample);
  if (size <= KNEE) return sample;
  return Math.sign(sample) * (KNEE + (1 - KNEE) * Math.tanh((size - KNEE) / (1 - KNEE)));
}
