import { existsSync } from "node:fs";
import { join } from "node:path";
import { ChildWorker } from "../../child-worker.ts";
import type { Speech, TtsEngine } from "../../tts.ts";

/** Where Debian's non-free package libttspico-data puts its voices. */
export const PICO_FOLDER = "/usr/share/pico/lang";
const TEXT_ANALYSIS = "es-ES_ta.bin";
const SIGNAL_GENERATION = "es-ES_zl0_sg.bin";
const TIMEOUT_MS = 20_000;
const IDLE_MS = 60_000;

/** SVOX Pico, Castilian woman: more natural than eSpeak. Undefined where its two Spanish files are not installed. */
export function picoEngine(folder: string): TtsEngine | undefined {
  const textAnalysis = join(folder, TEXT_ANALYSIS);
  const signalGeneration = join(folder, SIGNAL_GENERATION);
  if (!existsSync(textAnalysis) || !existsSync(signalGeneration)) return undefined;
  const worker = new ChildWorker<{ text: string; textAnalysis: string; signalGeneration: string }, Speech>({
    script: new URL("./pico-process.ts", import.meta.url),
    timeoutMs: TIMEOUT_MS,
    idleMs: IDLE_MS,
  });
  return {
    id: "svox-pico/es-ES/95/1",
    speak: (text) => worker.ask({ text, textAnalysis, signalGeneration }),
    close: () => worker.close(),
  };
}
