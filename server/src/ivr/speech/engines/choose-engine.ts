import type { TtsEngine } from "../tts.ts";
import { espeakEngine } from "./espeak/espeak-engine.ts";
import { PICO_FOLDER, picoEngine } from "./pico/pico-engine.ts";

/** The most natural voice that this machine has. */
export function chooseEngine(picoFolder: string = PICO_FOLDER): TtsEngine {
  return picoEngine(picoFolder) ?? espeakEngine();
}
