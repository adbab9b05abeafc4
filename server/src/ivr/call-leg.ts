/**
 * The port through which a flow speaks to a caller. `voice` implements it over Asterisk, `testing/fake-leg.ts` over a script.
 * Every pending call of this port ends when the caller hangs up: it rejects with `CallEnded` (except `recordVoicemail`,
 * which resolves, because what was said must be kept). When the process lets go of a living call it rejects with `LegDetached`.
 */

export const KEYS = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"] as const;
export type Key = (typeof KEYS)[number];

/** A key as it was heard. `atMs` is monotonic, so that bursts can be told from slow dialling. */
export type PressedKey = { key: Key; atMs: number };

/**
 * Something audible. `sound` is an absolute path WITHOUT extension of an 8 kHz 16-bit mono WAV that the telephone engine can
 * read (ARI: `sound:/abs/path`); `durationMs` is its length where known.
 */
export type Media = { kind: "sound"; path: string; durationMs?: number } | { kind: "silence"; ms: number };

export type PlayOptions = {
  /**
   * true: a key stops the playback (it stays in the buffer), and a key that is already waiting skips it altogether, so that
   * a caller who knows the menus is never made to listen. false: played to the end whatever is pressed.
   */
  interruptibleByKeys: boolean;
  /** Aborting stops the playback at once; `play` then resolves "stopped". */
  signal?: AbortSignal;
};
export type PlayOutcome = "finished" | "interrupted" | "stopped";

export type DialOptions = {
  /** Seconds that the other side may ring before "no-answer". */
  timeoutSeconds: number;
  /** The number shown to the other side. "caller": the citizen's; "tenant": the tenant's own. */
  showNumber: "caller" | "tenant";
  /** "emergency" goes ahead of every limit (toll-fraud wall, trunk caps) and keeps the citizen's number visible. */
  purpose: "transfer" | "emergency";
};
/** The citizen talks to the other side. `finished` resolves when either hangs up; it never rejects. */
export type ConnectedDial = { status: "connected"; finished: Promise<{ endedBy: "caller" | "other-side" }> };
export type DialOutcome = ConnectedDial | { status: "busy" | "no-answer" | "rejected" | "failed" };

export type VoicemailOptions = {
  maxSeconds: number;
  /** Seconds of silence that end the message. */
  silenceSeconds: number;
  /** Keys that end the message; they are taken out of the buffer. */
  finishKeys: readonly Key[];
  beep: boolean;
};
/** `path` is an absolute path WITH extension of a WAV which now belongs to whoever asked: they move or delete it. */
export type Voicemail = {
  path: string;
  durationSeconds: number;
  endedBy: "key" | "silence" | "max-length" | "hang-up";
};

export interface CallLeg {
  /** The leg's own id (the channel's, for Asterisk). */
  readonly id: string;
  /** As the network sent it; null when withheld. */
  readonly callerNumber: string | null;
  /** The number that the citizen dialled, as the network sent it. */
  readonly calledNumber: string;
  /** Aborted once, when the caller is gone. */
  readonly ended: AbortSignal;

  /** Does nothing when already answered. Need not be waited for: whatever is asked later is heard after it. */
  answer(): Promise<void>;
  /** One playback after the other, without gaps. An empty list resolves "finished" at once. */
  play(media: readonly Media[], options: PlayOptions): Promise<PlayOutcome>;
  /**
   * The oldest key of the call's only buffer, else the next one pressed; null after `timeoutMs` or when `signal` aborts.
   * Keys pressed during a `play`, between two nodes or while the process restarts its flow are never dropped.
   */
  nextKey(timeoutMs: number, signal?: AbortSignal): Promise<PressedKey | null>;
  /** Forgets the keys waiting in the buffer. */
  flushKeys(): void;
  /** `path` as in `Media`, looped until `stopMusic`; a `play` in between is heard in its place. Restarting replaces. */
  startMusic(path: string): Promise<void>;
  /** Does nothing without music. */
  stopMusic(): Promise<void>;
  /** Calls `number` and joins the two. Only one at a time. */
  dial(number: string, options: DialOptions): Promise<DialOutcome>;
  /** The talk made by `dial` that outlived a restart of our process; null when there is none. */
  currentDial(): ConnectedDial | null;
  recordVoicemail(options: VoicemailOptions): Promise<Voicemail>;
  /** Kept with the call in the telephone engine: survives our process, shows in its records. */
  setVariable(name: string, value: string): Promise<void>;
  /** Ends the call; `ended` is aborted when it is gone. Does nothing when it already is. */
  hangup(reason: HangupReason): Promise<void>;
}

export const HANGUP_REASONS = ["normal", "busy", "congestion", "rejected"] as const;
export type HangupReason = (typeof HANGUP_REASONS)[number];

/** The caller is gone. Thrown by the pending call of the port; a flow ends quietly on it. */
export class CallEnded extends Error {
  constructor() {
    super("The caller is gone");
    this.name = "CallEnded";
  }
}

/** The call lives on without this process (it is closing, or lost the telephone engine). The flow is resumed by the next. */
export class LegDetached extends Error {
  constructor() {
    super("The call is no longer in the hands of this process");
    this.name = "LegDetached";
  }
}

export function isKey(text: string): text is Key {
  return (KEYS as readonly string[]).includes(text);
}
