import { announce } from "./announce.ts";

export interface ToastMessage {
  id: number;
  text: string;
  tone: "plain" | "ok" | "risk";
}

const SHOWN_MS = 6000;
let messages: readonly ToastMessage[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

/** A short word on what just happened. Never the only place of something that needs action. */
export function toast(text: string, tone: ToastMessage["tone"] = "plain", shownMs = SHOWN_MS): void {
  const message = { id: nextId++, text, tone };
  change([...messages.slice(-2), message]);
  announce(text);
  setTimeout(() => dismissToast(message.id), shownMs);
}

export function dismissToast(id: number): void {
  change(messages.filter((message) => message.id !== id));
}

export function listenToasts(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function currentToasts(): readonly ToastMessage[] {
  return messages;
}

function change(next: readonly ToastMessage[]): void {
  messages = next;
  for (const listener of listeners) listener();
}
