import { NewTextPrompt, Prompt, PromptList, PromptText } from "@vera/contracts/ivr";
import { Uuid } from "@vera/contracts/shapes";
import Type from "typebox";
import { type Http, inScope, type TenantId } from "../../platform/index.ts";
import { MOST_UPLOAD_BYTES } from "../speech/audio/convert-upload.ts";
import { orUnavailable } from "../speech/or-unavailable.ts";
import { sentence } from "../speech/spoken/spoken-clips.ts";
import type { VoicedSounds } from "../speech/voiced-sounds.ts";
import { recordPrompt, removePrompt, rewritePrompt, writePrompt } from "./change-prompts.ts";
import { promptSound, wavOf } from "./prompt-audio.ts";
import { readUpload } from "./read-upload.ts";
import { type PromptRow, readPrompt, readPrompts } from "./store.ts";

const tags = ["ivr"];
const OfPrompt = Type.Object({ promptId: Uuid });
/** Room for the form around the file. */
const UPLOAD_LIMIT = MOST_UPLOAD_BYTES + 100_000;

export function promptRoutes(http: Http, sounds: VoicedSounds): void {
  http.route({
    method: "GET",
    url: "/api/v1/prompts",
    permission: "flow.read",
    summary: "What flows may say by name",
    tags,
    query: Type.Object({ tenantId: Type.Optional(Uuid) }),
    response: PromptList,
    handler: async (ctx, { query }) => {
      const tenantId = query.tenantId as TenantId | undefined;
      if (tenantId) inScope(ctx, tenantId);
      return { prompts: (await readPrompts(ctx, tenantId)).map(promptReply) };
    },
  });
  http.route({
    method: "POST",
    url: "/api/v1/prompts",
    permission: "prompt.manage",
    summary: "A prompt said by the voice; one of the same key is replaced",
    tags,
    body: NewTextPrompt,
    response: Prompt,
    status: 201,
    handler: async (ctx, { body }) => promptReply(await writePrompt(ctx, sounds, body)),
  });
  http.route({
    method: "POST",
    url: "/api/v1/prompts/upload",
    permission: "prompt.manage",
    summary: "A recorded prompt: multipart form with tenantId, key, name and file (WAV or MP3, up to 10 MB)",
    tags,
    bodyLimit: UPLOAD_LIMIT,
    response: Prompt,
    status: 201,
    handler: async (ctx, { request }) =>
      promptReply(await recordPrompt(ctx, sounds, await readUpload(request))),
  });
  http.route({
    method: "PUT",
    url: "/api/v1/prompts/:promptId/text",
    permission: "prompt.manage",
    summary: "Other words for a prompt",
    tags,
    params: OfPrompt,
    body: PromptText,
    response: Prompt,
    handler: async (ctx, { params, body }) =>
      promptReply(await rewritePrompt(ctx, sounds, { promptId: params.promptId, text: body.text })),
  });
  http.route({
    method: "DELETE",
    url: "/api/v1/prompts/:promptId",
    permission: "prompt.manage",
    summary: "Removes a prompt that no flow says",
    tags,
    params: OfPrompt,
    handler: (ctx, { params }) => removePrompt(ctx, params.promptId),
  });
  audioRoutes(http, sounds);
}

function audioRoutes(http: Http, sounds: VoicedSounds): void {
  http.route({
    method: "GET",
    url: "/api/v1/prompts/:promptId/audio",
    permission: "flow.read",
    summary: "A prompt as callers hear it (WAV)",
    tags,
    params: OfPrompt,
    raw: true,
    handler: async (ctx, { params, reply }) =>
      wavOf(await promptSound(ctx, sounds, await readPrompt(ctx, params.promptId)), reply),
  });
  http.route({
    method: "POST",
    url: "/api/v1/speech-preview",
    permission: "prompt.manage",
    summary: "A text as callers would hear it (WAV), without keeping it",
    tags,
    body: PromptText,
    raw: true,
    handler: async (_ctx, { body, reply }) =>
      wavOf(await orUnavailable(sounds.say(sentence(body.text))), reply),
  });
}

function promptReply(prompt: PromptRow): Prompt {
  const { id, tenantId, key, name, kind, text, durationMs, updatedAt } = prompt;
  const durationSeconds = durationMs === null ? null : durationMs / 1000;
  return { id, tenantId, key, name, kind, text, durationSeconds, updatedAt: updatedAt.toISOString() };
}
