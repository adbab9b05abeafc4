import type { FlowGraph, Say, SayPart } from "@vera/contracts/ivr-nodes";
import type { Logger, Platform, TenantId } from "../../platform/index.ts";
import type { Media } from "../call-leg.ts";
import type { CallData, SpeechPort } from "../flow-services.ts";
import { nodeKinds } from "../nodes/registry.ts";
import { PHRASES } from "../phrases.ts";
import { readyClips, sentence, spokenClips } from "../speech/spoken/spoken-clips.ts";
import type { VoicedSounds } from "../speech/voiced-sounds.ts";
import { PromptSounds } from "./prompt-sounds.ts";

/** What flows say, as sounds. */
export class FlowSpeech implements SpeechPort {
  readonly #log: Logger;
  readonly #sounds: VoicedSounds;
  readonly #prompts: PromptSounds;

  constructor(platform: Platform, sounds: VoicedSounds) {
    this.#log = platform.log;
    this.#sounds = sounds;
    this.#prompts = new PromptSounds(platform, sounds);
  }

  async media({ tenantId, say, data }: { tenantId: string; say: Say; data: CallData }): Promise<Media[]> {
    const parts = await Promise.all(say.map((part) => this.#heard(tenantId as TenantId, part, data)));
    return parts.flat();
  }

  async music({ tenantId, prompt }: { tenantId: string; prompt: string | null }): Promise<string> {
    const own = prompt === null ? [] : await this.#heard(tenantId as TenantId, { prompt }, {});
    const sound = own[0] ?? (await this.#sounds.music());
    return sound.kind === "sound" ? sound.path : "";
  }

  /** Voices all that a flow may say. Throws when something cannot be voiced. */
  async prepare({ tenantId, graph }: { tenantId: TenantId; graph: FlowGraph }): Promise<void> {
    for (const node of Object.values(graph.nodes)) {
      for (const say of nodeKinds.of(node).says(node)) {
        for (const part of say) await this.#part(tenantId, part, {});
      }
    }
  }

  /** Voices what any call may need. Slow the first time (minutes on a busy machine), then nothing. */
  async prepareCommon(): Promise<void> {
    for (const text of Object.values(PHRASES)) await this.#sounds.say(sentence(text));
    await this.#sounds.music();
    for (const clip of readyClips()) await this.#sounds.say(clip);
  }

  /** A part that cannot be voiced is left out: a caller with a gap is better off than one who is cut off. */
  async #heard(tenantId: TenantId, part: SayPart, data: CallData): Promise<Media[]> {
    try {
      return await this.#part(tenantId, part, data);
    } catch (error) {
      this.#log.error(
        { err: error, tenantId, prompt: "prompt" in part ? part.prompt : null },
        "a part was not voiced",
      );
      return [];
    }
  }

  async #part(tenantId: TenantId, part: SayPart, data: CallData): Promise<Media[]> {
    if ("text" in part) return [await this.#sounds.say(sentence(part.text))];
    if ("value" in part) {
      const clips = spokenClips(data[part.value] ?? null, part.as);
      return await Promise.all(clips.map((clip) => this.#sounds.say(clip)));
    }
    const prompt = await this.#prompts.media({ tenantId, key: part.prompt });
    return prompt === null ? [] : [prompt];
  }
}
