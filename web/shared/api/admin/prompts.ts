import type { NewTextPrompt, Prompt, PromptList } from "@vera/contracts/ivr";
import { apiUrl, get, post, put, remove } from "../request.ts";
import { postForm, postForSound } from "./send-form.ts";

export async function listPrompts(): Promise<PromptList> {
  return get("/prompts");
}

/** Said by the voice; a prompt of the same key is replaced. */
export async function createTextPrompt(prompt: NewTextPrompt): Promise<Prompt> {
  return post("/prompts", prompt);
}

export interface RecordedPrompt {
  tenantId: string;
  key: string;
  name: string;
  /** WAV or MP3, up to 10 MB. */
  file: File;
}

/** A prompt of the same key is replaced. */
export async function uploadPrompt({ tenantId, key, name, file }: RecordedPrompt): Promise<Prompt> {
  const form = new FormData();
  form.set("tenantId", tenantId);
  form.set("key", key);
  form.set("name", name);
  form.set("file", file, file.name);
  return postForm("/prompts/upload", form);
}

export async function rewritePrompt(promptId: string, text: string): Promise<Prompt> {
  return put(`/prompts/${promptId}/text`, { text });
}

export async function removePrompt(promptId: string): Promise<void> {
  return remove(`/prompts/${promptId}`);
}

/** @param version changes with the prompt, so that an old sound is not played from memory */
export function promptAudioUrl(promptId: string, version: string): string {
  return apiUrl(`/prompts/${promptId}/audio`, { v: version });
}

/** A text as callers would hear it, without keeping it. */
export async function previewSpeech(text: string): Promise<Blob> {
  return postForSound("/speech-preview", { text });
}
