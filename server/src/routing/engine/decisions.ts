import type { ChosenState, RoutedChannel, WrapUpMode } from "@vera/contracts/routing";
import type { WithdrawReason } from "./commands.ts";
import type { Activity, NextState, OfferOutcome } from "./records.ts";

export type DequeueReason = WithdrawReason | "answered" | "overflow";

/** All instants are ms since the epoch. */
export type Decision =
  | {
      readonly kind: "interaction.queued";
      readonly interactionId: string;
      readonly tenantId: string;
      readonly queueId: string;
      readonly channel: RoutedChannel;
      readonly contactKind: "incoming" | "callback";
      readonly callbackId: string | null;
      readonly priority: number;
      readonly enqueuedAt: number;
      /** Came here by overflow of this queue. */
      readonly fromQueueId: string | null;
      readonly at: number;
    }
  | {
      readonly kind: "interaction.dequeued";
      readonly interactionId: string;
      readonly tenantId: string;
      readonly queueId: string;
      readonly channel: RoutedChannel;
      readonly contactKind: "incoming" | "callback";
      readonly callbackId: string | null;
      readonly reason: DequeueReason;
      readonly agentId: string | null;
      /** Where it overflows to; null = back to the flow. */
      readonly toQueueId: string | null;
      readonly enqueuedAt: number;
      readonly queuedAt: number;
      readonly at: number;
    }
  | {
      /** Back at its place: the offer was not accepted, or the agent's line failed before they talked. */
      readonly kind: "interaction.requeued";
      readonly interactionId: string;
      readonly tenantId: string;
      readonly queueId: string;
      readonly channel: RoutedChannel;
      readonly callbackId: string | null;
      readonly enqueuedAt: number;
      /** It had been answered: the earlier dequeue is undone. */
      readonly afterAnswer: boolean;
      readonly at: number;
    }
  | {
      readonly kind: "offer.made";
      readonly offerId: string;
      readonly interactionId: string;
      readonly tenantId: string;
      readonly queueId: string;
      readonly agentId: string;
      readonly channel: RoutedChannel;
      readonly contactKind: "incoming" | "callback";
      readonly callbackId: string | null;
      readonly enqueuedAt: number;
      readonly expiresAt: number;
      readonly at: number;
    }
  | {
      readonly kind: "offer.ended";
      readonly offerId: string;
      readonly interactionId: string;
      readonly tenantId: string;
      readonly queueId: string;
      readonly agentId: string;
      readonly channel: RoutedChannel;
      readonly contactKind: "incoming" | "callback";
      readonly callbackId: string | null;
      readonly outcome: OfferOutcome;
      readonly madeAt: number;
      readonly at: number;
    }
  | {
      readonly kind: "contact.started" | "contact.connected" | "contact.ended";
      readonly agentId: string;
      readonly interactionId: string;
      readonly tenantId: string;
      readonly queueId: string | null;
      readonly channel: RoutedChannel;
      readonly contactKind: "incoming" | "callback" | "outgoing";
      readonly callbackId: string | null;
      /** Ended before both were connected. */
      readonly neverConnected: boolean;
      readonly since: number;
      readonly at: number;
    }
  | {
      readonly kind:
        | "wrap-up.started"
        | "wrap-up.extended"
        | "wrap-up.overdue"
        | "wrap-up.disposed"
        | "wrap-up.ended";
      readonly agentId: string;
      readonly interactionId: string;
      readonly tenantId: string;
      readonly queueId: string | null;
      readonly channel: RoutedChannel;
      readonly mode: WrapUpMode;
      readonly startedAt: number;
      readonly deadlineAt: number | null;
      readonly at: number;
    }
  | {
      readonly kind: "agent.state-changed";
      readonly agentId: string;
      readonly tenantId: string;
      readonly state: ChosenState;
      readonly reason: string | null;
      readonly requestedNext: NextState | null;
      readonly activity: Activity;
      readonly since: number;
      readonly activitySince: number;
      readonly previous: {
        readonly state: ChosenState;
        readonly reason: string | null;
        readonly activity: Activity;
        readonly since: number;
        readonly activitySince: number;
      };
      readonly at: number;
    }
  | {
      /** Nothing changed. Always the only decision of its command. */
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly message: string;
    };

export const REFUSALS = [
  "unknown-queue",
  "queue-closed",
  "unknown-agent",
  "unknown-interaction",
  "already-queued",
  "offer-gone",
  "not-your-offer",
  "no-contact",
  "already-on-contact",
  "no-room",
  "no-wrap-up",
  "disposition-missing",
  "no-extension-left",
] as const;
export type RefusalCode = (typeof REFUSALS)[number];
