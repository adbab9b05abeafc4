import { composeMusic } from "../music/compose-music.ts";
import { type Converted, convertUpload } from "./convert-upload.ts";
import { levelTo } from "./level.ts";
import { durationMs, fromInt16 } from "./pcm.ts";
import { toTelephone } from "./to-telephone.ts";
import { writeWav } from "./write-wav.ts";

/** Music lies under what is said. */
const MUSIC_LEVEL_DB = -27;

export type AudioQuestion =
  | { kind: "speech"; samples: Int16Array; sampleRate: number; pauseMs: number }
  | { kind: "upload"; file: Uint8Array }
  | { kind: "music" };

/** Everything that costs processor time, done in a process of its own so that no call waits for it. */
export async function workOnAudio(question: AudioQuestion): Promise<Converted> {
  switch (question.kind) {
    case "speech": {
      const { samples, sampleRate, pauseMs } = question;
      const telephone = toTelephone(fromInt16(samples, sampleRate), { pauseMs });
      return { wav: writeWav(telephone), durationMs: durationMs(telephone) };
    }
    case "upload":
      return convertUpload(Buffer.from(question.file));
    case "music": {
      // Not through `toTelephone`, whose cuts and fades would make a seam in the loop.
      const music = levelTo(composeMusic(), MUSIC_LEVEL_DB);
      return { wav: writeWav(music), durationMs: durationMs(music) };
    }
  }
}
