import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { tone } from "../../server/src/voice/user-agent/tones.ts";
import { toWav } from "../../server/src/voice/user-agent/wav.ts";

const RATE = 8_000;

/** A WAV for a false microphone. In bursts: a browser takes a steady tone for noise and removes it. */
export function microphoneTone(directory: string, hertz: number): string {
  const sound = new Int16Array(RATE);
  sound.set(tone({ hertz, seconds: 0.7, level: 0.3 }));
  const path = join(directory, `microphone-${hertz}.wav`);
  writeFileSync(path, toWav(sound));
  return path;
}
