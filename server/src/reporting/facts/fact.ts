/** One finished thing that happened, as a row of its table. `key` is what makes the same fact the same row. */
export type Fact =
  | { readonly table: "fact_interaction"; readonly row: InteractionFact }
  | { readonly table: "fact_queue_visit"; readonly row: QueueVisitFact }
  | { readonly table: "fact_answer"; readonly row: AnswerFact }
  | { readonly table: "fact_slice"; readonly row: SliceFact }
  | { readonly table: "fact_offer"; readonly row: OfferFact }
  | { readonly table: "fact_agent_state"; readonly row: AgentStateFact }
  | { readonly table: "fact_seizure"; readonly row: SeizureFact }
  | { readonly table: "fact_emergency"; readonly row: EmergencyFact };

export type FactTable = Fact["table"];

// The keys are the column names: a row is written as it stands. Instants are RFC 3339, as in the events.
export interface InteractionFact {
  readonly interaction_id: string;
  readonly tenant_id: string;
  readonly channel: string;
  readonly direction: string;
  readonly entry_point_id: string | null;
  readonly started_at: string;
  readonly answered_at: string | null;
  readonly ended_at: string;
  readonly reason: string;
}

export interface QueueVisitFact {
  readonly visit_id: string;
  readonly tenant_id: string;
  readonly interaction_id: string;
  readonly queue_id: string;
  readonly channel: string;
  readonly direction: string;
  readonly entered_at: string;
  readonly left_at: string;
  readonly wait_ms: number;
  readonly outcome: string;
  readonly agent_id: string | null;
}

export interface AnswerFact {
  readonly interaction_id: string;
  readonly agent_id: string;
  readonly tenant_id: string;
  readonly queue_id: string | null;
  readonly channel: string;
  readonly direction: string;
  readonly answered_at: string;
}

export interface SliceFact {
  readonly segment_id: string;
  readonly tenant_id: string;
  readonly interaction_id: string;
  readonly agent_id: string;
  readonly queue_id: string | null;
  readonly kind: string;
  readonly started_at: string;
  readonly duration_ms: number;
}

export interface OfferFact {
  readonly offer_id: string;
  readonly tenant_id: string;
  readonly interaction_id: string;
  readonly queue_id: string;
  readonly agent_id: string;
  readonly offered_at: string;
  readonly closed_at: string;
  readonly outcome: string;
}

export interface AgentStateFact {
  readonly event_seq: number;
  readonly agent_id: string;
  readonly at: string;
  readonly state: string;
  readonly reason: string | null;
  readonly activity: string;
}

export interface SeizureFact {
  readonly seizure_id: string;
  readonly tenant_id: string;
  readonly interaction_id: string | null;
  readonly trunk_id: string;
  readonly route_id: string | null;
  readonly direction: string;
  readonly started_at: string;
  readonly setup_ms: number;
  readonly connected_ms: number;
  readonly outcome: string;
}

export interface EmergencyFact {
  readonly interaction_id: string;
  readonly tenant_id: string;
  readonly service: string;
  readonly at: string;
}

/** The columns that make a fact unique: writing it again changes nothing. */
export const FACT_KEYS = {
  fact_interaction: ["interaction_id"],
  fact_queue_visit: ["visit_id"],
  fact_answer: ["interaction_id", "agent_id"],
  fact_slice: ["segment_id"],
  fact_offer: ["offer_id"],
  fact_agent_state: ["event_seq"],
  fact_seizure: ["seizure_id"],
  fact_emergency: ["interaction_id"],
} satisfies Record<FactTable, readonly string[]>;

export const FACT_TABLES = Object.keys(FACT_KEYS) as FactTable[];
