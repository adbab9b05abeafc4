import type { TtsEngine } from "../speech/tts.ts";

const SAMPLE_RATE = 8000;
const SECONDS_PER_CHARACTER = 0.02;

/** A voice for tests: a tone as long as the text, at once, counting what it was asked for. */
export function toneEngine(): TtsEngine & { readonly spoken: string[]; broken: boolean } {
  const spoken: string[] = [];
  return {
    id: "tone",
    spoken,
    broken: false,
    async speak(text) {
      if (this.broken) throw new Error("no voice");
      spoken.push(text);
      const length = Math.ceil((0.2 + text.length * SECONDS_PER_CHARACTER) * SAMPLE_RATE);
      const samples = Int16Array.from(
        { length },
        (_, index) => 9000 * Math.sin((2 * Math.PI * 500 * index) / SAMPLE_RATE),
      );
      return { samples, sampleRate: SAMPLE_RATE };
    },
    close: () => undefined,
  };
}
