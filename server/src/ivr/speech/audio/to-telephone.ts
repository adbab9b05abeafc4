import { highPass } from "./high-pass.ts";
import { levelTo } from "./level.ts";
import { type Pcm, TELEPHONE_RATE } from "./pcm.ts";
import { resample } from "./resample.ts";
import { trim } from "./trim.ts";

/** The band that a telephone carries (ITU-T G.712). What lies outside only costs level. */
const LOW_HZ = 300;
const HIGH_HZ = 3400;
/** ITU-T P.56 speaks of -26 dBov for speech; announcements are wanted a little over the talk. */
export const SPEECH_LEVEL_DB = -20;

/** Any sound as the telephone carries it: 8 kHz, 300–3,400 Hz, levelled, without silence around it but `pauseMs` at the end. */
export function toTelephone(
  pcm: Pcm,
  { pauseMs, levelDb = SPEECH_LEVEL_DB }: { pauseMs: number; levelDb?: number },
): Pcm {
  const narrow = highPass(resample(pcm, TELEPHONE_RATE, HIGH_HZ), LOW_HZ);
  return trim(levelTo(narrow, levelDb), pauseMs);
}
