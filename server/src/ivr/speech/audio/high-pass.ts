import type { Pcm } from "./pcm.ts";

/** Second-order Butterworth high-pass (R. Bristow-Johnson, "Cookbook formulae for audio EQ biquad filters"). */
export function highPass(pcm: Pcm, cutOffHz: number): Pcm {
  const omega = (2 * Math.PI * cutOffHz) / pcm.sampleRate;
  const alpha = Math.sin(omega) / Math.SQRT2;
  const cosine = Math.cos(omega);
  const a0 = 1 + alpha;
  const b0 = (1 + cosine) / 2 / a0;
  const b1 = -(1 + cosine) / a0;
  const a1 = (-2 * cosine) / a0;
  const a2 = (1 - alpha) / a0;
  const samples = new Float32Array(pcm.samples.length);
  let [x1, x2, y1, y2] = [0, 0, 0, 0];
  for (let index = 0; index < samples.length; index += 1) {
    const x = pcm.samples[index] ?? 0;
    const y = b0 * x + b1 * x1 + b0 * x2 - a1 * y1 - a2 * y2;
    [x2, x1, y2, y1] = [x1, x, y1, y];
    samples[index] = y;
  }
  return { ...pcm, samples };
}
