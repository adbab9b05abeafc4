import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { holdMusic } from "./asterisk/hold-music.ts";
import { SAMPLE_RATE, wavHeader } from "./recordings/wav-format.ts";
import type { VoiceSounds } from "./voice.ts";

/** ITU-T E.180, Argentina: 425 Hz, 1 s on, 4 s off. */
const RINGBACK = { hertz: 425, onSeconds: 1, offSeconds: 4, peak: 3_000 };
const BEEP = { hertz: 950, onSeconds: 0.3, offSeconds: 0.1, peak: 6_000 };

/** Makes the sounds of the telephone itself; what is said to citizens comes from the flow. */
export async function makeSounds(directory: string): Promise<VoiceSounds> {
  await mkdir(directory, { recursive: true });
  const files = { music: holdMusic(), ringback: cadence(RINGBACK), beep: cadence(BEEP) };
  for (const [name, sound] of Object.entries(files)) {
    const path = join(directory, `vera-${name}.wav`);
    await writeFile(path, Buffer.concat([wavHeader({ channels: 1, dataBytes: sound.length }), sound]));
    await chmod(path, 0o644); // Asterisk may be another user
  }
  const path = (name: keyof typeof files): string => join(directory, `vera-${name}`);
  return { music: path("music"), ringback: path("ringback"), beep: path("beep"), directory };
}

function cadence({ hertz, onSeconds, offSeconds, peak }: typeof RINGBACK): Buffer {
  const on = Math.round(onSeconds * SAMPLE_RATE);
  const sound = Buffer.alloc((on + Math.round(offSeconds * SAMPLE_RATE)) * 2);
  for (let i = 0; i < on; i += 1) {
    sound.writeInt16LE(Math.round(peak * Math.sin((2 * Math.PI * hertz * i) / SAMPLE_RATE)), i * 2);
  }
  return sound;
}
