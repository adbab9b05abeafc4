import type { NewTextPrompt } from "@vera/contracts/ivr";
import {
  audit,
  type Context,
  DomainError,
  type FileId,
  inScope,
  type TenantId,
} from "../../platform/index.ts";
import { ChildRefusal } from "../speech/child-worker.ts";
import { orUnavailable } from "../speech/or-unavailable.ts";
import { sentence } from "../speech/spoken/spoken-clips.ts";
import type { VoicedSounds } from "../speech/voiced-sounds.ts";
import { flowsSaying } from "./flows-saying.ts";
import { deletePrompt, findPrompt, type PromptRow, readPrompt, upsertPrompt } from "./store.ts";

type Uploaded = { tenantId: TenantId; key: string; name: string; fileName: string | null; bytes: Buffer };

/** A prompt that the voice says. One of the same key is replaced: every flow that names it says the new words. */
export async function writePrompt(
  ctx: Context,
  sounds: VoicedSounds,
  input: NewTextPrompt,
): Promise<PromptRow> {
  const tenantId = input.tenantId as TenantId;
  inScope(ctx, tenantId);
  const { durationMs = null } = await orUnavailable(sounds.say(sentence(input.text)));
  return await put(ctx, {
    tenantId,
    key: input.key,
    name: input.name,
    kind: "text",
    text: input.text,
    fileId: null,
    sha256: null,
    durationMs,
  });
}

export async function rewritePrompt(
  ctx: Context,
  sounds: VoicedSounds,
  { promptId, text }: { promptId: string; text: string },
): Promise<PromptRow> {
  const { tenantId, key, name } = await readPrompt(ctx, promptId);
  return await writePrompt(ctx, sounds, { tenantId, key, name, text });
}

/** Somebody's recording: WAV or MP3, kept as it came and converted for the telephone. A file that cannot be used changes nothing. */
export async function recordPrompt(ctx: Context, sounds: VoicedSounds, input: Uploaded): Promise<PromptRow> {
  const { tenantId, key, name, fileName, bytes } = input;
  inScope(ctx, tenantId);
  const contentType = bytes.toString("latin1", 0, 4) === "RIFF" ? "audio/wav" : "audio/mpeg";
  const body = { tenantId, contentType, body: bytes, ...(fileName === null ? {} : { name: fileName }) };
  const { id: fileId, sha256 } = await ctx.platform.files.put(ctx, body);
  const durationMs = await converted(sounds, { sha256, bytes });
  return await put(ctx, { tenantId, key, name, kind: "recorded", text: null, fileId, sha256, durationMs });
}

export async function removePrompt(ctx: Context, promptId: string): Promise<void> {
  const prompt = await readPrompt(ctx, promptId);
  const flows = await flowsSaying(ctx, prompt);
  if (flows.length > 0) {
    throw new DomainError(
      "conflict",
      `Callers hear this prompt in ${flows.join(", ")}; take it out there first`,
      {
        key: "promptInUse",
        params: { flows: flows.join(", ") },
      },
    );
  }
  await deletePrompt(ctx, promptId);
  if (prompt.fileId) await ctx.platform.files.remove(ctx, prompt.fileId);
  await tell(ctx, prompt, "prompt.removed");
}

async function put(ctx: Context, prompt: Omit<PromptRow, "id" | "updatedAt">): Promise<PromptRow> {
  const before = await findPrompt(ctx, prompt);
  const kept = await upsertPrompt(ctx, { id: ctx.ids.uuid(), ...prompt });
  if (before?.fileId) await ctx.platform.files.remove(ctx, before.fileId as FileId);
  await tell(ctx, kept, before ? "prompt.replaced" : "prompt.added");
  return kept;
}

async function tell(ctx: Context, prompt: PromptRow, action: string): Promise<void> {
  const { id, tenantId, key, kind } = prompt;
  await audit(ctx, { action, tenantId, subject: { kind: "prompt", id }, detail: { key, kind } });
}

/** Milliseconds of the converted file. */
async function converted(sounds: VoicedSounds, file: { sha256: string; bytes: Buffer }): Promise<number> {
  try {
    const { sha256, bytes } = file;
    return (await orUnavailable(sounds.recorded({ sha256, bytes: async () => bytes }))).durationMs ?? 0;
  } catch (cause) {
    if (!(cause instanceof ChildRefusal)) throw cause;
    throw new DomainError("invalid", cause.message, {
      key: "badAudio",
      params: { why: cause.message },
      cause,
    });
  }
}
