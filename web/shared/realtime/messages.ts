import type { PatchOp } from "./apply-patch.ts";

export type ClientMessage =
  | { type: "subscribe" | "unsubscribe"; topic: string; key: string }
  | { type: "ping" };

export type ServerMessage =
  | { type: "snapshot"; topic: string; key: string; seq: number; state: unknown }
  | { type: "patch"; topic: string; key: string; seq: number; ops: readonly PatchOp[] }
  | { type: "error"; topic?: string; key?: string; problem: { code: string } }
  | { type: "pong" };

const TYPES = new Set(["snapshot", "patch", "error", "pong"]);

/** Our own server speaks here, so only the envelope is checked; an unknown word of a newer server is left out. */
export function parseServerMessage(data: unknown): ServerMessage | null {
  if (typeof data !== "string") return null;
  const message: unknown = JSON.parse(data);
  if (typeof message !== "object" || message === null || !("type" in message)) return null;
  return TYPES.has(String(message.type)) ? (message as ServerMessage) : null;
}
