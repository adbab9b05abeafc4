/**
 * Runs as a process of its own, never imported by the rest: eSpeak NG is GPL-3.0, and what it is given and gives back is
 * text and sound over a pipe. See docs/decisions on the licence boundary.
 */
import loadEspeak from "@echogarden/espeak-ng-emscripten";
import { answerParent } from "../../answer-parent.ts";
import type { Speech } from "../../tts.ts";

/** eSpeak NG's fixed output rate. */
const SAMPLE_RATE = 22_050;

type EspeakQuestion = { text: string; voice: string; wordsPerMinute: number; pitch: number };
type EspeakWorker = {
  set_voice(name: string): number;
  set_rate(wordsPerMinute: number): void;
  set_pitch(pitch: number): void;
  synthesize(text: string, onAudio: (audio: ArrayLike<number> | null) => number): void;
};

const espeak = await loadEspeak();
const worker: EspeakWorker = await new espeak.eSpeakNGWorker();

answerParent<EspeakQuestion, Speech>(({ text, voice, wordsPerMinute, pitch }) => {
  if (worker.set_voice(voice) !== 0) throw new Error(`eSpeak NG has no voice ${voice}`);
  worker.set_rate(wordsPerMinute);
  worker.set_pitch(pitch);
  const pieces: Int16Array[] = [];
  worker.synthesize(text, (audio) => {
    if (audio) pieces.push(Int16Array.from(audio));
    return 0;
  });
  const samples = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    samples.set(piece, at);
    at += piece.length;
  }
  return { samples, sampleRate: SAMPLE_RATE };
});
