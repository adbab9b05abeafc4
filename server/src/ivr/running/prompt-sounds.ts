import { asSystem, type FileId, type Platform, type TenantId } from "../../platform/index.ts";
import type { Media } from "../call-leg.ts";
import { findPrompt, type PromptSound } from "../prompts/store.ts";
import { sentence } from "../speech/spoken/spoken-clips.ts";
import type { VoicedSounds } from "../speech/voiced-sounds.ts";

/** How long a prompt is taken for unchanged. A caller may hear the old words for so long after a change. */
const TRUSTED_MS = 3000;

type Found = { sound: PromptSound | null; readAtMs: number };

/** Prompts as sounds, for calls: what was read lately is not read again, and an old reading is played while it is renewed. */
export class PromptSounds {
  readonly #platform: Platform;
  readonly #sounds: VoicedSounds;
  readonly #found = new Map<string, Found>();

  constructor(platform: Platform, sounds: VoicedSounds) {
    this.#platform = platform;
    this.#sounds = sounds;
  }

  /** Null when the tenant has no such prompt. */
  async media(prompt: { tenantId: TenantId; key: string }): Promise<Media | null> {
    const found = this.#found.get(nameOf(prompt));
    if (found === undefined) return this.#voice(await this.#read(prompt));
    const ageMs = this.#platform.clock.monotonicMs() - found.readAtMs;
    if (ageMs > TRUSTED_MS) {
      found.readAtMs = this.#platform.clock.monotonicMs();
      void this.#read(prompt).catch((error) =>
        this.#platform.log.warn({ error }, "a prompt could not be read anew"),
      );
    }
    return this.#voice(found.sound);
  }

  async #read(prompt: { tenantId: TenantId; key: string }): Promise<PromptSound | null> {
    const row = await asSystem(this.#platform, "ivr", (ctx) => findPrompt(ctx, prompt));
    const sound = row ? { text: row.text, fileId: row.fileId, sha256: row.sha256 } : null;
    this.#found.set(nameOf(prompt), { sound, readAtMs: this.#platform.clock.monotonicMs() });
    return sound;
  }

  async #voice(sound: PromptSound | null): Promise<Media | null> {
    if (sound === null) return null;
    if (sound.text !== null) return this.#sounds.say(sentence(sound.text));
    const { fileId, sha256 } = sound;
    if (fileId === null || sha256 === null) return null;
    return this.#sounds.recorded({ sha256, bytes: () => this.#bytes(fileId) });
  }

  async #bytes(fileId: FileId): Promise<Buffer> {
    const { files } = this.#platform;
    return await asSystem(this.#platform, "ivr", async (ctx) => (await files.open(ctx, fileId)).buffer());
  }
}

function nameOf({ tenantId, key }: { tenantId: string; key: string }): string {
  return `${tenantId}/${key}`;
}
