import type { FlowGraph, Say } from "@vera/contracts/ivr-nodes";
import type { Media } from "./call-leg.ts";

export type DataValue = string | number | boolean | null;
/** What is known of the call: `caller.number`, `called.number`, and what nodes collect. */
export type CallData = Readonly<Record<string, DataValue>>;

/** Whose call it is. */
export type CallIdentity = {
  readonly interactionId: string;
  readonly tenantId: string;
  readonly citizenId: string | null;
};

export type QueueEntry = CallIdentity & {
  readonly queueId: string;
  /** 0 normal … 10 first. */
  readonly priority: number;
  readonly callerNumber: string | null;
  /** What the flow asked or guessed, for the agent's card; null when nothing is known. */
  readonly topic: string | null;
};
export type QueueOutcome = { outcome: "answered" | "timeout" | "overflow" | "closed" | "left" | "callback" };
export type QueuePlace = {
  /** 1 is next. */
  readonly position: number;
  /** Null while nobody has been answered from whom to learn. */
  readonly estimatedWaitSeconds: number | null;
};
export type LeaveReason = "timeout" | "abandoned" | "emergency" | "left";

/** What the queue node asks of the ACD. Every method is idempotent: a restarted process repeats it and the place is kept. */
export interface QueuePort {
  /**
   * Resolves when the wait is over, whoever ended it: "answered" once an agent has accepted, "overflow" or "closed" by the
   * queue's own rules (also at once), "timeout" after `leave({ reason: "timeout" })`, "callback" after `keepPlace`, and
   * "left" for any other withdrawal.
   */
  enter(entry: QueueEntry): Promise<QueueOutcome>;
  /** Null when the interaction does not wait. */
  place(interactionId: string): Promise<QueuePlace | null>;
  /** Turns the wait into a callback to `number` (E.164) in the same place; "refused" when the queue gives none. */
  keepPlace(request: { interactionId: string; number: string }): Promise<"kept" | "refused">;
  /** Gives the place up. `enter` tells what came first. */
  leave(request: { interactionId: string; reason: LeaveReason }): Promise<void>;
}

export interface CallbackPort {
  /** "refused" when the queue takes none now; asking again for one interaction changes the number. */
  request(wish: QueueEntry & { number: string }): Promise<"accepted" | "refused">;
}

export interface HoursPort {
  state(calendarId: string): Promise<{ open: boolean; holidayName: string | null }>;
}

/** `status` is Spanish, as it is read to the citizen: "en curso desde el 3 de noviembre". */
export type TicketStatusAnswer = { found: true; number: string; status: string } | { found: false };
export interface TicketPort {
  /** How a ticket's number is asked for on a keypad. */
  readonly keypad: { readonly minDigits: number; readonly maxDigits: number; readonly say: string };
  /** `digits` as typed, check digits included. "not found" also when the check digits are wrong. */
  statusByKeys(request: { tenantId: string; digits: string }): Promise<TicketStatusAnswer>;
}

export interface VoicemailPort {
  /** Takes the file over. */
  keep(message: CallIdentity & VoicemailFacts): Promise<void>;
  /** Nothing was said: the file goes. */
  discard(path: string): Promise<void>;
}
type VoicemailFacts = { queueId: string; callerNumber: string | null; path: string; durationSeconds: number };

export type PublishedFlow = { readonly flowId: string; readonly version: number; readonly graph: FlowGraph };
export interface FlowsPort {
  /** Null when the flow does not exist, is of another tenant or was never published. */
  published(request: { tenantId: string; flowId: string }): Promise<PublishedFlow | null>;
}

/** Turns what a node says into sounds. A part that cannot be voiced is left out and reported, never thrown. */
export interface SpeechPort {
  media(request: { tenantId: string; say: Say; data: CallData }): Promise<Media[]>;
  /** Path (as in `Media`) of the music of a prompt, or of the built-in music. */
  music(request: { tenantId: string; prompt: string | null }): Promise<string>;
}

export interface EmergencyPort {
  /** The number to dial for a code here; the code itself unless the installation routes it elsewhere. */
  numberFor(request: { tenantId: string; code: string }): string;
}

/** News of a run, for reporting and the log. Handing it over must not fail nor wait. */
export type FlowNews = FlowFact | { kind: "broken"; nodeId: string; error: unknown };
export type FlowFact =
  | { kind: "step"; nodeId: string; nodeType: string; exit: string; label: string | null }
  | { kind: "recording-announced"; nodeId: string }
  | { kind: "emergency-begun"; nodeId: string; code: string; via: EmergencyVia }
  | { kind: "emergency-handed-off"; nodeId: string; code: string; via: EmergencyVia }
  | { kind: "emergency-failed"; nodeId: string; code: string; via: EmergencyVia };
/** "node": the flow led there; "dialled": the caller dialled the code in a menu. */
export type EmergencyVia = "node" | "dialled";

/** Everything a flow uses besides the caller's leg. */
export interface FlowServices {
  readonly speech: SpeechPort;
  readonly hours: HoursPort;
  readonly queue: QueuePort;
  readonly callbacks: CallbackPort;
  readonly tickets: TicketPort;
  readonly voicemail: VoicemailPort;
  readonly flows: FlowsPort;
  readonly emergency: EmergencyPort;
  readonly now: () => Date;
  readonly report: (news: FlowNews) => void;
}
