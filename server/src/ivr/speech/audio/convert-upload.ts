import { BadAudio } from "./bad-audio.ts";
import { speechLevelDb } from "./level.ts";
import { durationMs, type Pcm } from "./pcm.ts";
import { isMp3, readMp3 } from "./read-mp3.ts";
import { isWav, readWav } from "./read-wav.ts";
import { toTelephone } from "./to-telephone.ts";
import { writeWav } from "./write-wav.ts";

/** Ten minutes of telephone WAV, or of a good MP3. */
export const MOST_UPLOAD_BYTES = 10_000_000;
export const MOST_UPLOAD_SECONDS = 600;
const LEAST_MS = 100;
/** Quieter than this there is nothing to hear, and levelling would only lift noise. */
const SILENT_DB = -65;
/** Heard between the prompt and what follows it. */
const PAUSE_MS = 150;

export type Converted = { readonly wav: Uint8Array; readonly durationMs: number };

/** An uploaded recording as the telephone plays it. BadAudio says why a file cannot be used. */
export async function convertUpload(file: Buffer): Promise<Converted> {
  if (file.length > MOST_UPLOAD_BYTES) {
    throw new BadAudio(`The file is over ${MOST_UPLOAD_BYTES / 1_000_000} MB; cut it, or save it as MP3`);
  }
  const pcm = await read(file);
  if (pcm.samples.length > MOST_UPLOAD_SECONDS * pcm.sampleRate) {
    throw new BadAudio(`The sound is longer than ${MOST_UPLOAD_SECONDS} seconds; cut it`);
  }
  if (durationMs(pcm) < LEAST_MS) throw new BadAudio("The sound is shorter than a tenth of a second");
  if (speechLevelDb(pcm) < SILENT_DB)
    throw new BadAudio("The file is silent; check the microphone and record it again");
  const telephone = toTelephone(pcm, { pauseMs: PAUSE_MS });
  return { wav: writeWav(telephone), durationMs: durationMs(telephone) };
}

async function read(file: Buffer): Promise<Pcm> {
  if (isWav(file)) return readWav(file);
  if (isMp3(file)) return readMp3(file, MOST_UPLOAD_SECONDS);
  throw new BadAudio("The file is neither WAV nor MP3; export it as one of them");
}
