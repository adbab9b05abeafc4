import { CHANNELS, type ChosenState, type RoutedChannel, type WrapUpMode } from "@vera/contracts/routing";
import type { Few } from "./few.ts";
import type { OrderedLine } from "./ordered-line.ts";
import type { QueueSettings, Requirement } from "./settings.ts";
import type { Block, Shortlist } from "./shortlist.ts";
import type { Strategy } from "./strategy.ts";
import type { WaitingLines } from "./waiting-lines.ts";

/** A channel as its place in CHANNELS; masks use bit 1 << index. */
export type ChannelIndex = number;
export const channelIndex = new Map<RoutedChannel, ChannelIndex>(
  CHANNELS.map((name, index) => [name, index]),
);

export type TimerOwner = Interaction | Offer | WrapUp | Agent;

/** In `timer`: not armed. */
export const NO_TIMER = -1;

export interface QueueRecord {
  settings: QueueSettings;
  strategy: Strategy;
  /** Points per millisecond. */
  ageing: number;
  readonly demands: Set<Demand>;
  /** The commonest demands: of interactions that ask nothing of their own, by channel and relax step (see plainIndex). */
  readonly plainDemands: Demand[];
  waiting: number;
  callbacksWaiting: number;
  offering: number;
  /** When it last went from nobody waiting to somebody. */
  busySince: number;
  lastAnsweredAt: number;
  /** Smoothed time between two answers while somebody waits; null until measured. */
  answerIntervalMs: number | null;
}

/** One way of being needed: queue + channel + requirements (after relaxing). Interactions with the same demand wait together. */
export interface Demand {
  readonly key: string;
  /** Its place in Heads. */
  readonly index: number;
  readonly queue: QueueRecord;
  readonly channel: ChannelIndex;
  readonly requirements: readonly Requirement[];
  readonly waiting: WaitingLines;
  readonly shortlist: Shortlist;
}

/** The agents of one group who are free for one channel, longest idle first. Nobody stands in it until a demand asks for it. */
export interface Line {
  readonly group: Group;
  readonly channel: ChannelIndex;
  /** Its place in Fronts; -1 = no demand asked for it yet. */
  index: number;
  readonly idle: OrderedLine<Agent>;
  /** The demands it can serve, its block in the shortlist of each, and their places in Heads: side by side. */
  readonly demands: Demand[];
  readonly blocks: Block[];
  heads: Int32Array;
}

/** All agents with the same skills and capacity. */
export interface Group {
  readonly key: string;
  readonly skills: ReadonlyMap<string, number>;
  readonly capacity: Capacity;
  readonly lines: readonly Line[];
  /** The lines that some demand asks for. */
  readonly asked: Line[];
  members: number;
}

export interface Capacity {
  readonly key: string;
  readonly limits: readonly number[];
  /** Per channel, the mask of other channels that keep it out while they are being handled. */
  readonly blockedBy: readonly number[];
}

export const INTERACTION_STATUSES = ["scheduled", "waiting", "offered", "connecting"] as const;
export type InteractionStatus = (typeof INTERACTION_STATUSES)[number];

/** An interaction that needs an agent, from entering a queue until both are connected. What a decision reads comes first, side by side in memory; made in this order everywhere. */
export interface Interaction {
  readonly type: "interaction";
  readonly channel: ChannelIndex;
  readonly kind: "incoming" | "callback";
  queue: QueueRecord;
  demand: Demand;
  status: InteractionStatus;
  /** Stands in a line of its demand. */
  inLine: boolean;
  /** Its slot in Timers. */
  timer: number;
  offer: Offer | null;
  /** Agents kept away until an instant. */
  excluded: Map<string, number> | null;
  readonly interactionId: string;
  readonly callbackId: string | null;
  enqueuedAt: number;
  /** When it entered this queue: queue caps and relax steps count from here. */
  queuedAt: number;
  relaxStep: number;
  seq: number;
  /** Effective priority = score + ageing × now, so the order inside a demand never changes with time. */
  score: number;
  /** Added to the queue's priority. */
  readonly extraPriority: number;
  notBefore: number;
  /** Who accepted it, until both are connected. */
  answeredBy: Agent | null;
  readonly skills: readonly Requirement[];
  readonly lastAgentId: string | null;
}

export type OfferOutcome = "accepted" | "declined" | "expired" | "withdrawn" | "failed";

export interface Offer {
  readonly type: "offer";
  readonly offerId: string;
  readonly interaction: Interaction;
  readonly queueId: string;
  readonly agent: Agent;
  readonly madeAt: number;
  readonly expiresAt: number;
  /** The agent's place before the offer, given back when the offer ends through nobody's fault. */
  readonly idleSeqBefore: number;
  /** The place the offer gave instead. */
  readonly idleSeqGiven: number;
  /** Its slot in Timers. */
  timer: number;
}

export interface Contact {
  readonly interactionId: string;
  readonly tenantId: string;
  readonly queueId: string | null;
  readonly channel: ChannelIndex;
  readonly kind: "incoming" | "callback" | "outgoing";
  readonly callbackId: string | null;
  readonly since: number;
  readonly offerId: string | null;
  /** Present until connected: what goes back to the head if the line fails. */
  interaction: Interaction | null;
  disposed: boolean;
}

export interface WrapUp {
  readonly type: "wrap-up";
  readonly agent: Agent;
  readonly interactionId: string;
  readonly tenantId: string;
  readonly queueId: string | null;
  readonly channel: ChannelIndex;
  readonly mode: WrapUpMode;
  readonly startedAt: number;
  deadlineAt: number | null;
  extensionsLeft: number;
  overdue: boolean;
  disposed: boolean;
  /** Its slot in Timers. */
  timer: number;
}

export interface NextState {
  readonly state: ChosenState;
  readonly reason: string | null;
}

export type Activity = "idle" | "offered" | "on-contact" | "wrap-up";

/** What was last announced of an agent, to tell only changes. */
export interface Announced {
  state: ChosenState;
  reason: string | null;
  next: NextState | null;
  activity: Activity;
  since: number;
  activitySince: number;
}

export interface Agent {
  readonly type: "agent";
  group: Group;
  state: ChosenState;
  present: boolean;
  next: NextState | null;
  /** Its slot in Timers; armed while the desk is silent: presence grace. */
  timer: number;
  /** Offers + contacts + wrap-ups, four bits per channel (see load.ts). */
  load: number;
  /** Bit per channel with something open. */
  busy: number;
  /** Bit per channel in whose line they stand. */
  seated: number;
  /** The place they stand at in those lines. */
  seatedSeq: number;
  /** Order in the lines: lower = idle for longer. */
  idleSeq: number;
  /** The place before the latest offer. */
  idleSeqBefore: number;
  touched: boolean;
  readonly agentId: string;
  tenantId: string;
  reason: string | null;
  readonly offers: Few<Offer>;
  readonly contacts: Few<Contact>;
  readonly wrapUps: Few<WrapUp>;
  readonly announced: Announced;
}
