/** Spoken text as an engine gives it: one channel, 16 bit, at the engine's own rate. */
export type Speech = { readonly samples: Int16Array; readonly sampleRate: number };

/** A voice. Adding one = one folder of `engines/` and one line in `choose-engine.ts`. */
export interface TtsEngine {
  /** Name and version of engine, voice and settings: part of the cache's key, so a change of voice says everything anew. */
  readonly id: string;
  /** ProviderError when the engine fails; `retryable` when it was lost on the way. */
  speak(text: string): Promise<Speech>;
  close(): void;
}
