import { createHash } from "node:crypto";
import { chmod, mkdir, rename, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { ProviderError, withRetry } from "../../platform/index.ts";
import type { Media } from "../call-leg.ts";
import type { AudioQuestion } from "./audio/audio-work.ts";
import type { Converted } from "./audio/convert-upload.ts";
import { TELEPHONE_RATE } from "./audio/pcm.ts";
import { wavDurationMs } from "./audio/write-wav.ts";
import { ChildWorker } from "./child-worker.ts";
import type { TtsEngine } from "./tts.ts";

const AUDIO_TIMEOUT_MS = 60_000;
const AUDIO_IDLE_MS = 30_000;
/** A voice that was lost on the way is asked once more. */
const RETRY = { attempts: 2, firstDelayMs: 50 };
/** Grows with each change of the sound's treatment, so that old files are not taken for new. */
const TREATMENT = "1";

export type Clip = { readonly text: string; readonly pauseMs: number };
type Sound = Extract<Media, { kind: "sound" }>;

/**
 * Every sound that callers hear, as WAV files that the telephone engine reads, named by what they hold. What was voiced once is
 * never voiced again, by any flow or tenant; the folder may be deleted at any time and fills again.
 */
export class VoicedSounds {
  readonly #folder: string;
  readonly #engine: TtsEngine;
  readonly #audio = new ChildWorker<AudioQuestion, Converted>({
    script: new URL("./audio/audio-process.ts", import.meta.url),
    timeoutMs: AUDIO_TIMEOUT_MS,
    idleMs: AUDIO_IDLE_MS,
  });
  /** Sounds known to lie on the disk, by name: a call that plays one asks neither the disk nor the engine. */
  readonly #known = new Map<string, Sound>();
  readonly #making = new Map<string, Promise<Sound>>();

  constructor({ folder, engine }: { folder: string; engine: TtsEngine }) {
    this.#folder = folder;
    this.#engine = engine;
  }

  /** At once when it was voiced before. ProviderError when the engine fails. */
  say({ text, pauseMs }: Clip): Promise<Sound> {
    const name = nameOf("say", this.#engine.id, TREATMENT, String(pauseMs), text);
    return this.#sound(name, async () => {
      const speech = await this.#engine.speak(text).catch(failed);
      return await this.#audio.ask({ kind: "speech", ...speech, pauseMs });
    });
  }

  music(): Promise<Sound> {
    return this.#sound(nameOf("music", TREATMENT), () => this.#audio.ask({ kind: "music" }));
  }

  /** The telephone's version of an uploaded file. `ChildRefusal` tells the person what is wrong with it. */
  recorded(file: { sha256: string; bytes: () => Promise<Buffer> }): Promise<Sound> {
    return this.#sound(nameOf("recorded", TREATMENT, file.sha256), async () =>
      this.#audio.ask({ kind: "upload", file: await file.bytes() }),
    );
  }

  close(): void {
    this.#engine.close();
    this.#audio.close();
  }

  #sound(name: string, make: () => Promise<Converted>): Promise<Sound> {
    const known = this.#known.get(name);
    if (known !== undefined) return Promise.resolve(known);
    const making = this.#making.get(name);
    if (making !== undefined) return making;
    const made = this.#findOrMake(name, make).finally(() => this.#making.delete(name));
    this.#making.set(name, made);
    return made;
  }

  async #findOrMake(name: string, make: () => Promise<Converted>): Promise<Sound> {
    const path = join(this.#folder, name.slice(0, 2), name);
    const found = await stat(`${path}.wav`).catch(() => null); // not there: it is made now
    const durationMs = found?.size
      ? wavDurationMs(found.size, TELEPHONE_RATE)
      : await this.#keep(path, await withRetry(RETRY, make));
    const sound: Sound = { kind: "sound", path, durationMs };
    this.#known.set(name, sound);
    return sound;
  }

  /** Whole or not at all, and readable by the telephone engine's own user. */
  async #keep(path: string, { wav, durationMs }: Converted): Promise<number> {
    const folder = join(path, "..");
    await mkdir(folder, { recursive: true });
    await Promise.all([this.#folder, folder].map((each) => chmod(each, 0o755)));
    const unfinished = `${path}.${process.pid}.part`;
    await writeFile(unfinished, wav, { mode: 0o644 });
    await chmod(unfinished, 0o644);
    await rename(unfinished, `${path}.wav`);
    return durationMs;
  }
}

/** Whatever a voice throws is the voice's failure. */
function failed(cause: unknown): never {
  if (cause instanceof ProviderError) throw cause;
  throw new ProviderError("The voice could not say it", { retryable: false, cause });
}

function nameOf(...parts: string[]): string {
  return createHash("sha256").update(parts.join("\0")).digest("hex");
}
