import { RATE } from "./g711.ts";

/** A steady sine at 8 kHz; `level` 1 is full scale. */
export function tone({
  hertz,
  seconds,
  level = 0.3,
}: {
  hertz: number;
  seconds: number;
  level?: number;
}): Int16Array {
  return Int16Array.from({ length: Math.round(seconds * RATE) }, (_, i) =>
    Math.round(32_767 * level * Math.sin((2 * Math.PI * hertz * i) / RATE)),
  );
}

/** Root mean square, 0–1 of full scale. */
export function loudness(samples: Int16Array): number {
  if (samples.length === 0) return 0;
  let sum = 0;
  for (const sample of samples) sum += sample * sample;
  return Math.sqrt(sum / samples.length) / 32_768;
}

/** How much of the sound's power is this tone, 0–1 (Goertzel's algorithm). A pure tone gives about 1, speech almost 0. */
export function shareOfTone(samples: Int16Array, hertz: number): number {
  const factor = 2 * Math.cos((2 * Math.PI * hertz) / RATE);
  let previous = 0;
  let before = 0;
  let power = 0;
  for (const sample of samples) {
    const now = sample + factor * previous - before;
    before = previous;
    previous = now;
    power += sample * sample;
  }
  if (power === 0) return 0;
  const magnitude = previous * previous + before * before - factor * previous * before;
  return (2 * magnitude) / (samples.length * power);
}

/** Below this nobody hears anything: about −50 dB of full scale. */
const SILENCE = 0.003;

/** Whether the tone is there, also beside others: each of two mixed tones has half of the power, of three a third. */
export function containsTone(samples: Int16Array, hertz: number): boolean {
  return loudness(samples) > SILENCE && shareOfTone(samples, hertz) > 0.15;
}

/** For messages of failed tests: which of the usual test tones are there. */
export function describeSound(samples: Int16Array): string {
  const level = loudness(samples);
  if (level <= SILENCE) return "silence";
  const found = [300, 350, 425, 440, 620, 800, 950, 1000, 1400, 1500, 2000, 2500].filter(
    (hertz) => shareOfTone(samples, hertz) > 0.1,
  );
  return `${found.length > 0 ? found.map((hertz) => `${hertz} Hz`).join(" + ") : "other sound"} at ${level.toFixed(3)}`;
}
