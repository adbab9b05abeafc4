import type { Pcm } from "./pcm.ts";

/** Zero crossings of the kernel on each side: -60 dB outside of the band, enough for a telephone. */
const HALF_WIDTH = 24;

/**
 * Changes the sampling rate by band-limited interpolation (windowed sinc, Blackman), keeping what is under `cutOffHz`. The kernel is
 * computed once for each phase of the rational ratio (22,050 → 8,000 Hz has 160).
 */
export function resample(pcm: Pcm, toRate: number, cutOffHz: number): Pcm {
  const divisor = greatestCommonDivisor(pcm.sampleRate, toRate);
  const up = toRate / divisor;
  const down = pcm.sampleRate / divisor;
  const cutOff = Math.min(cutOffHz, toRate / 2, pcm.sampleRate / 2) / (pcm.sampleRate / 2);
  const reach = Math.ceil(HALF_WIDTH / cutOff);
  const kernels = Array.from({ length: up }, (_, phase) =>
    kernel((phase * down) % up, { up, cutOff, reach }),
  );
  const samples = new Float32Array(Math.floor((pcm.samples.length * up) / down));
  for (let index = 0; index < samples.length; index += 1) {
    const centre = Math.floor((index * down) / up);
    samples[index] = convolve(pcm.samples, centre - reach, kernels[index % up] ?? kernels[0]);
  }
  return { samples, sampleRate: toRate };
}

/** Weights of the inputs `centre - reach` … `centre + reach + 1` for an output `offset / up` input samples after the centre. */
function kernel(offset: number, { up, cutOff, reach }: { up: number; cutOff: number; reach: number }) {
  const weights = new Float32Array(2 * reach + 2);
  let sum = 0;
  for (let tap = 0; tap < weights.length; tap += 1) {
    const distance = tap - reach - offset / up;
    const weight = cutOff * sinc(cutOff * distance) * blackman(distance / (reach + 1));
    weights[tap] = weight;
    sum += weight;
  }
  return weights.map((weight) => weight / sum);
}

function convolve(samples: Float32Array, from: number, weights: Float32Array | undefined): number {
  if (weights === undefined) return 0;
  let sum = 0;
  for (let tap = 0; tap < weights.length; tap += 1) sum += (samples[from + tap] ?? 0) * (weights[tap] ?? 0);
  return sum;
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** 1 in the middle, 0 at ±1 and beyond. */
function blackman(x: number): number {
  return Math.abs(x) >= 1 ? 0 : 0.42 + 0.5 * Math.cos(Math.PI * x) + 0.08 * Math.cos(2 * Math.PI * x);
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
