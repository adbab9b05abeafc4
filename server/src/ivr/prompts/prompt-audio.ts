import { createReadStream, type ReadStream } from "node:fs";
import type { FastifyReply } from "fastify";
import { type Context, DomainError } from "../../platform/index.ts";
import { sentence } from "../speech/spoken/spoken-clips.ts";
import type { VoicedSounds } from "../speech/voiced-sounds.ts";
import type { PromptRow } from "./store.ts";

/** A prompt's telephone sound, made anew where the folder of sounds was emptied. */
export async function promptSound(
  ctx: Context,
  sounds: VoicedSounds,
  prompt: PromptRow,
): Promise<{ path: string }> {
  const { text, fileId, sha256 } = prompt;
  if (text !== null) return await sounds.say(sentence(text));
  if (fileId === null || sha256 === null)
    throw new DomainError("not-found", `Prompt ${prompt.key} has no sound`);
  const file = await ctx.platform.files.open(ctx, fileId);
  return await sounds.recorded({ sha256, bytes: () => file.buffer() });
}

export function wavOf({ path }: { path: string }, reply: FastifyReply): ReadStream {
  reply.type("audio/wav");
  return createReadStream(`${path}.wav`);
}
