import type { EndReason } from "@vera/contracts/conversations";
import type {
  CallDirection,
  CallPeer,
  CallSegmentKind,
  ConsultLeg,
  LiveCall,
  RecordingState,
} from "@vera/contracts/voice";
import type { CitizenId, InteractionId, OfferId, QueueId, TenantId, UserId } from "../../platform/index.ts";
import type { CallJournal } from "./call-journal.ts";

/**
 * Where a leg's sound is. "flow": the channel speaks with the IVR or hears queue music, in no bridge.
 * "talk": in the talk bridge. "hold": in the holding bridge, hearing music.
 */
export type Place = "flow" | "talk" | "hold";

// dialing ──► ringing ──► up ──► gone          dialing, ringing ──► gone
export const NEXT_LEG_STATE = {
  dialing: ["ringing", "up", "gone"],
  ringing: ["up", "gone"],
  up: ["gone"],
  gone: [],
} satisfies Record<string, readonly string[]>;
export type LegState = keyof typeof NEXT_LEG_STATE;

/** One telephone line of a call. "outside": a number dialled for a transfer or a consultation. */
export interface Leg {
  readonly channelId: string;
  readonly role: "citizen" | "agent" | "outside";
  readonly agentId: UserId | null;
  /** As dialled or presented; null when withheld or an agent's. */
  readonly number: string | null;
  name: string | null;
  state: LegState;
  place: Place;
  muted: boolean;
  /** The offer that made this agent's phone ring; null for consultations, transfers and own calls. */
  readonly offerId: OfferId | null;
  /** The agent said yes on the desk or by lifting; only then an answered phone is bridged. */
  accepted: boolean;
  talkStartedAt: Date | null;
  statusSince: Date;
  lastStatus: LiveCall["status"] | null;
  /** The music that plays on when our process dies: the next one stops it by this id. */
  musicPlaybackId: string | null;
  /** Q.850, once its end was asked for. */
  hangupCause: number | null;
  /** Its end was commanded by us, so it is nobody's accident. */
  expectedToEnd: boolean;
  /** Aborted once, when the channel is gone. */
  readonly gone: AbortController;
}

export interface RibbonSegment {
  readonly kind: CallSegmentKind;
  readonly agentId: UserId | null;
  readonly startedAt: Date;
  endedAt: Date | null;
}

/**
 * The second talk of an agent, while the first party is held. `target` is null while a number outside is dialled: which line it will be
 * is known when it answers.
 */
export interface Consultation {
  readonly byAgentId: UserId;
  target: Leg | null;
  readonly peer: CallPeer;
  /** Ends the dialling. */
  readonly stop: AbortController;
  status: ConsultLeg["status"];
  startedAt: Date;
}

/** What the rest of the module needs of the leg that a flow speaks through. */
export interface FlowLeg {
  pressed(digit: string): void;
  /** Falls silent, so that it can be bridged. */
  release(): Promise<void>;
  /** Our process lets go of a living call. */
  detach(): void;
}

/** "flow": the IVR or queue treatment owns the citizen's leg. "agents": people do. */
export type CallPhase = "flow" | "agents" | "ended";
export type CallEndReason = NonNullable<LiveCall["endReason"]>;

/** Everything that one telephone call holds: the shared record of calls/, transfers/, recordings/ and supervision/. */
export interface Call {
  readonly interactionId: InteractionId;
  readonly tenantId: TenantId;
  readonly direction: CallDirection;
  /** The citizen's number; null when withheld. */
  readonly peerNumber: string | null;
  /** The number the citizen dialled, or the caller-id we showed. */
  readonly ownNumber: string;
  readonly startedAt: Date;
  readonly entryPointId: string | null;
  peerName: string | null;
  citizenId: CitizenId | null;
  queueId: QueueId | null;
  queueName: string | null;
  phase: CallPhase;
  citizen: Leg | null;
  /** All legs that are not gone, the citizen's too, by channel. */
  readonly legs: Map<string, Leg>;
  consult: Consultation | null;
  readonly segments: RibbonSegment[];
  recording: { state: RecordingState; readonly path: string | null };
  /** Agents whom the router counts as being on this call: each of them is told off exactly once. */
  readonly contacts: Set<UserId>;
  /** Agents who talked, in order. */
  readonly talkers: Map<UserId, string | null>;
  /** Who sent the citizen on, and is called back when nobody takes them. */
  transferredBy: { readonly agentId: UserId; readonly queueId: QueueId | null } | null;
  /** Ends an outbound dialling when the call ends. */
  readonly stop: AbortController;
  readonly barged: Map<UserId, string>;
  endReason: CallEndReason | null;
  /** What conversations will be told when the citizen is gone; null = the citizen hung up. */
  plannedEnd: EndReason | null;
  /** The citizen's leg while a flow or a queue treatment speaks with it. */
  flowLeg: FlowLeg | null;
  /** The flow that runs now; settles with what ended it. */
  flowRun: Promise<EndReason | null> | null;
  /** An agent's phone vanished in mid-talk; until this timer fires they may come back. */
  lostAgent: { readonly agentId: UserId; readonly timer: NodeJS.Timeout } | null;
  /** Bridges that exist in Asterisk, by purpose; the promise is shared by who needs it at once. */
  readonly bridges: Map<"talk" | "hold", Promise<string>>;
  /** Resolves when the call is durable: nobody is answered or connected before. Rejects when it could not be written down. */
  readonly written: Promise<void>;
  /** Durable writes of this call after that, in order. */
  readonly journal: CallJournal;
  /** Commands on one call run one after another. */
  turn: Promise<unknown>;
}

export type NewCall = Pick<
  Call,
  "interactionId" | "tenantId" | "direction" | "peerNumber" | "ownNumber" | "startedAt" | "journal"
> &
  Partial<
    Pick<
      Call,
      "entryPointId" | "peerName" | "citizenId" | "queueId" | "queueName" | "recording" | "phase" | "written"
    >
  >;

export function newCall(given: NewCall): Call {
  return {
    entryPointId: null,
    peerName: null,
    citizenId: null,
    queueId: null,
    queueName: null,
    phase: "flow",
    recording: { state: "off", path: null },
    written: Promise.resolve(),
    ...given,
    citizen: null,
    legs: new Map(),
    consult: null,
    segments: [],
    contacts: new Set(),
    talkers: new Map(),
    transferredBy: null,
    stop: new AbortController(),
    barged: new Map(),
    endReason: null,
    plannedEnd: null,
    flowLeg: null,
    flowRun: null,
    lostAgent: null,
    bridges: new Map(),
    turn: Promise.resolve(),
  };
}

export type NewLeg = Pick<Leg, "channelId" | "role"> &
  Partial<Pick<Leg, "agentId" | "number" | "name" | "offerId" | "accepted" | "state" | "place">>;

export function addLeg(call: Call, given: NewLeg, now: Date): Leg {
  const leg: Leg = {
    agentId: null,
    number: null,
    name: null,
    offerId: null,
    accepted: false,
    state: "dialing",
    place: "flow",
    muted: false,
    talkStartedAt: null,
    statusSince: now,
    lastStatus: null,
    musicPlaybackId: null,
    hangupCause: null,
    expectedToEnd: false,
    gone: new AbortController(),
    ...given,
  };
  call.legs.set(leg.channelId, leg);
  if (leg.role === "citizen") call.citizen = leg;
  return leg;
}

/** The only writer of `state`; false when the news is old (a late Ringing after Up). */
export function moveLeg(leg: Leg, to: LegState): boolean {
  const allowed: readonly string[] = NEXT_LEG_STATE[leg.state];
  if (!allowed.includes(to)) return false;
  leg.state = to;
  return true;
}

export function agentLeg(call: Call, agentId: UserId): Leg | undefined {
  for (const leg of call.legs.values()) if (leg.agentId === agentId) return leg;
  return undefined;
}

export function agentLegs(call: Call): Leg[] {
  return [...call.legs.values()].filter((leg) => leg.role === "agent");
}

/** Legs whose people hear each other now. */
export function talking(call: Call): Leg[] {
  return [...call.legs.values()].filter((leg) => leg.state === "up" && leg.place === "talk");
}
