import type { RoutedChannel, WrapUpMode } from "@vera/contracts/routing";

/** Level 0–5. A requirement with minimum 0 is met by everyone. */
export interface Requirement {
  readonly skillId: string;
  readonly minimumLevel: number;
}

export interface RelaxStep {
  readonly afterMs: number;
  readonly requirements: readonly Requirement[];
}

/** Where an interaction goes when the queue is full or its wait is over. */
export type Overflow = { readonly kind: "flow" } | { readonly kind: "queue"; readonly queueId: string };

export interface QueueSettings {
  readonly queueId: string;
  readonly tenantId: string;
  readonly active: boolean;
  readonly strategy: string;
  readonly priority: number;
  /** Points of priority gained per minute of waiting; the same for everybody in the queue. */
  readonly ageingPerMinute: number;
  readonly requirements: readonly Requirement[];
  /** Ascending by afterMs. */
  readonly relaxSteps: readonly RelaxStep[];
  readonly maxWaiting: number | null;
  readonly maxWaitMs: number | null;
  readonly overflow: Overflow;
  readonly offerMs: number;
  readonly wrapUpMode: WrapUpMode;
  /** null = no clock. */
  readonly wrapUpMs: number | null;
  readonly wrapUpExtensions: number;
}

/** What one agent takes at once, and what may still come in while a channel is being handled. */
export interface CapacitySettings {
  readonly limits: Partial<Record<RoutedChannel, number>>;
  readonly interruptedBy: Partial<Record<RoutedChannel, readonly RoutedChannel[]>>;
}

export interface AgentSettings {
  readonly agentId: string;
  /** The organism the agent's own events belong to. */
  readonly tenantId: string;
  readonly skills: ReadonlyMap<string, number>;
  readonly capacity: CapacitySettings;
}

/** How long a declined interaction is kept from the agent who declined it, when others could take it. */
export const DECLINE_REST_MS = 30_000;
/** How long one press of "more time" adds to a wrap-up. */
export const EXTENSION_MS = 60_000;
/**
 * An agent whose desk went silent keeps state and pending offers this long, without being offered more.
 * A vanished tab is noticed within 10 s (two missed beats of the realtime connection): together under 15 s.
 */
export const PRESENCE_GRACE_MS = 4_500;

export const DEFAULT_CAPACITY: CapacitySettings = {
  limits: { voice: 1, chat: 3, message: 3, email: 1, sms: 3, video: 1, "walk-in": 1 },
  interruptedBy: {
    email: ["voice", "video", "chat", "message", "sms", "walk-in"],
    chat: ["message", "sms"],
    message: ["chat", "sms"],
    sms: ["chat", "message"],
  },
};
