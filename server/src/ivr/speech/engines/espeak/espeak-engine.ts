import { ChildWorker } from "../../child-worker.ts";
import type { Speech, TtsEngine } from "../../tts.ts";

/** Latin American Spanish; a little slower and lower than eSpeak's own, for the telephone. */
const SETTINGS = { voice: "es-419", wordsPerMinute: 150, pitch: 45 } as const;
/** The first start compiles the engine: half a second alone, much more on a busy machine. */
const TIMEOUT_MS = 20_000;
const IDLE_MS = 60_000;

/** eSpeak NG (npm @echogarden/espeak-ng-emscripten): any text, always there; robotic but clear. */
export function espeakEngine(): TtsEngine {
  const worker = new ChildWorker<{ text: string } & typeof SETTINGS, Speech>({
    script: new URL("./espeak-process.ts", import.meta.url),
    timeoutMs: TIMEOUT_MS,
    idleMs: IDLE_MS,
  });
  return {
    id: `espeak-ng/${SETTINGS.voice}/${SETTINGS.wordsPerMinute}/${SETTINGS.pitch}/1`,
    speak: (text) => worker.ask({ text, ...SETTINGS }),
    close: () => worker.close(),
  };
}
