import type { ChosenState, RoutedChannel } from "@vera/contracts/routing";
import type { NextState } from "./records.ts";
import type { AgentSettings, QueueSettings, Requirement } from "./settings.ts";

/** Why an interaction leaves the queue without an agent. */
export type WithdrawReason =
  | "abandoned"
  | "left"
  | "callback"
  | "closed"
  | "cancelled"
  | "timeout"
  | "emergency";

export interface Enqueue {
  readonly kind: "enqueue";
  readonly interactionId: string;
  readonly queueId: string;
  readonly channel: RoutedChannel;
  readonly contactKind?: "incoming" | "callback";
  readonly callbackId?: string | null;
  /** Added to the queue's own priority. */
  readonly priority?: number;
  /** Skills asked by the flow on top of the queue's. */
  readonly skills?: readonly Requirement[];
  readonly lastAgentId?: string | null;
  /** Wait from this earlier instant (a kept place); default now. */
  readonly enqueuedAt?: number;
  readonly notBefore?: number;
  /** The agent who transfers does not get it back. */
  readonly exceptAgentId?: string | null;
}

export type Command =
  | { readonly kind: "configure-queue"; readonly queue: QueueSettings }
  | { readonly kind: "configure-agent"; readonly agent: AgentSettings }
  | Enqueue
  | { readonly kind: "withdraw"; readonly interactionId: string; readonly reason: WithdrawReason }
  | {
      readonly kind: "keep-place-as-callback";
      readonly interactionId: string;
      readonly callbackInteractionId: string;
      readonly callbackId: string;
    }
  | { readonly kind: "accept"; readonly offerId: string; readonly agentId: string }
  | { readonly kind: "decline"; readonly offerId: string; readonly agentId: string }
  | { readonly kind: "ring-failed"; readonly offerId: string }
  | { readonly kind: "connected"; readonly agentId: string; readonly interactionId: string }
  | {
      readonly kind: "contact-started";
      readonly agentId: string;
      readonly interactionId: string;
      readonly tenantId: string;
      readonly queueId: string | null;
      readonly channel: RoutedChannel;
      readonly contactKind?: "incoming" | "outgoing";
    }
  | { readonly kind: "contact-ended"; readonly agentId: string; readonly interactionId: string }
  | { readonly kind: "disposed"; readonly agentId: string; readonly interactionId: string }
  | { readonly kind: "end-wrap-up"; readonly agentId: string; readonly interactionId: string }
  | { readonly kind: "extend-wrap-up"; readonly agentId: string; readonly interactionId: string }
  | {
      readonly kind: "set-agent-state";
      readonly agentId: string;
      readonly state: ChosenState;
      readonly reason: string | null;
    }
  | { readonly kind: "request-next-state"; readonly agentId: string; readonly next: NextState | null }
  | { readonly kind: "agent-present"; readonly agentId: string }
  | { readonly kind: "agent-silent"; readonly agentId: string; readonly graceMs?: number }
  | { readonly kind: "agent-gone"; readonly agentId: string }
  /** After an outage: what ran out meanwhile is nobody's fault, and every desk has `graceMs` to come back. */
  | { readonly kind: "resume"; readonly graceMs: number }
  | { readonly kind: "tick" };
