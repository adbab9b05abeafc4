import type { CallbackPort, CallLeg, FlowEnd, QueuePort } from "../ivr/index.ts";
import type { CitizenId, InteractionId, OfferId, QueueId, TenantId, UserId } from "../platform/index.ts";

/** Who a dialled number belongs to. */
export interface EntryPoint {
  readonly entryPointId: string;
  readonly tenantId: TenantId;
}

export interface FlowRun {
  readonly interactionId: InteractionId;
  readonly tenantId: TenantId;
  readonly entryPointId: string;
  readonly citizenId: CitizenId | null;
  readonly leg: CallLeg;
  /** Resolves when the call is written down. The flow decides before, and writes after; `leg` is silent until then. */
  readonly written: Promise<void>;
  /** True after a restart of our process: the flow goes on at its persisted node. */
  readonly resumed: boolean;
}

/** Joined to ivr by processes/. */
export interface FlowPort {
  entryPoint(dialled: string): Promise<EntryPoint | undefined>;
  /** Resolves when the flow lets go of the caller, whoever ended it. "answered": the leg is voice's own again. Never rejects. */
  run(run: FlowRun): Promise<FlowEnd>;
}

export interface Offer {
  readonly offerId: OfferId;
  readonly interactionId: InteractionId;
  readonly agentId: UserId;
  readonly queueId: QueueId;
  readonly queueName: string | null;
  /** When the citizen entered the queue. */
  readonly waitingSince: Date;
  readonly expiresAt: Date;
}

export interface AgentContact {
  readonly agentId: UserId;
  readonly interactionId: InteractionId;
}

/** Joined to the live router by processes/. Every method is idempotent. */
export interface RoutingPort {
  /** An interaction is being written down: what routing writes of it comes after. */
  writesAfter(written: Promise<void>): void;
  /** The phone was lifted before the desk said yes. False when somebody else has it or it expired. */
  acceptOffer(offer: { offerId: OfferId; agentId: UserId }): Promise<boolean>;
  /** The agent's phone could not ring, or failed before both were connected: the citizen goes back to the head. */
  ringFailed(offer: { offerId: OfferId; agentId: UserId; why: "declined" | "device" }): Promise<void>;
  connected(contact: AgentContact): Promise<void>;
  /** A talk that did not come from a queue. DomainError "conflict" when the agent has no room for it. */
  contactStarted(
    contact: AgentContact & { tenantId: TenantId; queueId: QueueId | null; kind: "outgoing" | "incoming" },
  ): Promise<void>;
  /** Wrap-up begins by the rules of the queue. */
  contactEnded(contact: AgentContact): Promise<void>;
  /** Resolves when all that was decided so far stands in the conversations: a contact is not ended before its wait is written. */
  recorded(): Promise<void>;
  /** The name of a queue of that tenant's scope; DomainError "not-found" for another's. */
  queueName(queue: { queueId: QueueId; tenantId: TenantId }): Promise<string>;
  /** What an agent's name is, for the other desks. */
  agentName(agentId: UserId): Promise<string | null>;
  /** `request`: a callback is proposed to whom we lost. */
  readonly queue: QueuePort & Pick<CallbackPort, "request">;
}

export interface VoicePorts {
  readonly flows: FlowPort;
  readonly routing: RoutingPort;
}
