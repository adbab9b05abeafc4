import type { Channel as ChannelName } from "@vera/contracts/conversations";
import type { Context, InteractionId, TenantId } from "../platform/index.ts";

/** What a message from or to a citizen consists of; attachments are files that were stored first. */
interface MessageContent {
  readonly text: string;
  readonly fileIds: readonly string[];
}

interface OutgoingMessage {
  readonly interactionId: InteractionId;
  readonly tenantId: TenantId;
  /** Our address and theirs, in the channel's own form. */
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly content: MessageContent;
  /** The same key is delivered once, however often it is sent: a retry after a lost reply does no harm. */
  readonly idempotencyKey: string;
}

type Delivery =
  | { readonly status: "accepted"; readonly externalId: string }
  | { readonly status: "refused"; readonly reason: string };

/**
 * A way to talk with citizens in writing. Voice is not one of these: its live leg is `ivr/call-leg.ts`.
 * Failures of the provider are thrown as ProviderError with `retryable`; a refusal is an outcome.
 * How to add one: docs/guides/add-a-channel.md.
 * @public
 */
export interface Channel {
  readonly name: ChannelName;
  /** The channel's canonical form of an address, or null when it is none: "54 9 3483 50-6600" → "+5493483506600". */
  readAddress(text: string): string | null;
  /** What one message can carry. */
  readonly limits: { readonly textCharacters: number; readonly files: number };
  send(ctx: Context, message: OutgoingMessage): Promise<Delivery>;
  close(): Promise<void>;
}
