import { randomBytes, randomUUID } from "node:crypto";

type Branded<Name extends string> = string & { readonly __brand: Name };

export type TenantId = Branded<"TenantId">;
export type UserId = Branded<"UserId">;
export type CitizenId = Branded<"CitizenId">;
export type ConversationId = Branded<"ConversationId">;
export type InteractionId = Branded<"InteractionId">;
export type SegmentId = Branded<"SegmentId">;
export type QueueId = Branded<"QueueId">;
export type OfferId = Branded<"OfferId">;
export type TicketId = Branded<"TicketId">;
export type FlowId = Branded<"FlowId">;
export type FileId = Branded<"FileId">;
export type TopicId = Branded<"TopicId">;
export type ArticleId = Branded<"ArticleId">;
export type RecordingId = Branded<"RecordingId">;

export interface Ids {
  /** A UUIDv7 (RFC 9562): sorts by time of creation, to the millisecond of the clock that made it. */
  uuid<Id extends string = string>(): Id;
  /** Unguessable text, URL-safe, of `bytes` random bytes. */
  randomToken(bytes: number): string;
}

/** RFC 9562 section 5.7: 48 bits of Unix milliseconds, then random bits. `nowMs` from the clock of the context. */
export function uuidv7(nowMs: number): string {
  const random = randomUUID();
  const time = Math.max(0, Math.floor(nowMs)).toString(16).padStart(12, "0");
  return `${time.slice(0, 8)}-${time.slice(8, 12)}-7${random.slice(15)}`;
}

export function createIds(nowMs: () => number): Ids {
  return {
    uuid: <Id extends string>() => uuidv7(nowMs()) as Id,
    randomToken: (bytes) => randomBytes(bytes).toString("base64url"),
  };
}
