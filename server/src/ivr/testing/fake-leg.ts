import {
  CallEnded,
  type CallLeg,
  type ConnectedDial,
  type DialOptions,
  type DialOutcome,
  type HangupReason,
  isKey,
  type Media,
  type PlayOptions,
  type PlayOutcome,
  type PressedKey,
  type Voicemail,
  type VoicemailOptions,
} from "../call-leg.ts";
import { KeyBuffer } from "../key-buffer.ts";

/** What the scripted caller (or the world) does `atMs` after the call began. */
type ScriptedEvent = { atMs: number; happens: () => void };

export type FakeLegOptions = {
  callerNumber?: string | null;
  calledNumber?: string;
  /** Length of each sound whose media carries none. */
  soundMs?: number;
  voicemail?: Partial<Voicemail>;
};

/**
 * A call leg in virtual time: waiting costs nothing, and time moves to the next scripted event or to the end of what was asked.
 * Script the caller with `press`, `hangUp` and `at` before the flow runs.
 */
export class FakeLeg implements CallLeg {
  readonly id = "fake-leg";
  readonly callerNumber: string | null;
  readonly calledNumber: string;
  readonly #soundMs: number;
  readonly #voicemail: Partial<Voicemail>;
  readonly #gone = new AbortController();
  readonly #keys = new KeyBuffer();
  readonly #script: ScriptedEvent[] = [];
  #nowMs = 0;
  #connected: ConnectedDial | null = null;

  /** Everything asked of the leg, in order, as short sentences: "play hola", "dial 911", "hangup normal". */
  readonly acts: string[] = [];
  /** Paths of the sounds that were begun, and whether they were heard to the end. */
  readonly heard: { path: string; whole: boolean; atMs: number }[] = [];
  readonly variables = new Map<string, string>();
  /** Outcomes of the coming dials, in order; "connected" when none is left. */
  readonly dialOutcomes: Exclude<DialOutcome["status"], never>[] = [];
  answered = false;
  music: string | null = null;

  constructor(options: FakeLegOptions = {}) {
    this.callerNumber = options.callerNumber === undefined ? "+543492431234" : options.callerNumber;
    this.calledNumber = options.calledNumber ?? "08005551111";
    this.#soundMs = options.soundMs ?? 1000;
    this.#voicemail = options.voicemail ?? {};
  }

  get ended(): AbortSignal {
    return this.#gone.signal;
  }

  /** Milliseconds of virtual time since the call began. */
  get nowMs(): number {
    return this.#nowMs;
  }

  at(atMs: number, happens: () => void): this {
    this.#script.push({ atMs, happens });
    this.#script.sort((a, b) => a.atMs - b.atMs);
    return this;
  }

  /** The keys of `text`, the first at `atMs`, `gapMs` apart. */
  press(atMs: number, text: string, gapMs = 120): this {
    for (const [index, key] of [...text].entries()) {
      if (!isKey(key)) throw new Error(`${key} is not a key`);
      const pressedAtMs = atMs + index * gapMs;
      this.at(pressedAtMs, () => this.#keys.push({ key, atMs: pressedAtMs }));
    }
    return this;
  }

  hangUp(atMs: number): this {
    return this.at(atMs, () => this.#end());
  }

  /** As after a restart: the caller is already talking to somebody. */
  adoptDial(lastsMs: number): this {
    this.#connected = this.#talk(lastsMs);
    return this;
  }

  async answer(): Promise<void> {
    this.#here();
    if (!this.answered) this.acts.push("answer");
    this.answered = true;
  }

  async play(media: readonly Media[], options: PlayOptions): Promise<PlayOutcome> {
    this.#here();
    for (const item of media) {
      if (options.signal?.aborted) return "stopped";
      if (options.interruptibleByKeys && this.#keys.size > 0) return "interrupted";
      const stopped = await this.#playOne(item, options);
      if (stopped) return stopped;
    }
    return "finished";
  }

  async nextKey(timeoutMs: number, signal?: AbortSignal): Promise<PressedKey | null> {
    this.#here();
    await this.#passTime(timeoutMs, () => this.#keys.size > 0 || signal?.aborted === true);
    this.#here();
    return this.#keys.take() ?? null;
  }

  flushKeys(): void {
    this.#keys.flush();
  }

  async startMusic(path: string): Promise<void> {
    this.#here();
    this.acts.push(`music ${path}`);
    this.music = path;
  }

  async stopMusic(): Promise<void> {
    if (this.music !== null) this.acts.push("music off");
    this.music = null;
  }

  async dial(number: string, options: DialOptions): Promise<DialOutcome> {
    this.#here();
    this.acts.push(`dial ${number} ${options.purpose}`);
    const status = this.dialOutcomes.shift() ?? "connected";
    await this.#passTime(status === "no-answer" ? options.timeoutSeconds * 1000 : 500, () => false);
    this.#here();
    if (status !== "connected") return { status };
    this.#connected = this.#talk(30_000);
    return this.#connected;
  }

  currentDial(): ConnectedDial | null {
    return this.#connected;
  }

  async recordVoicemail(options: VoicemailOptions): Promise<Voicemail> {
    this.#here();
    this.acts.push("record voicemail");
    const startedMs = this.#nowMs;
    await this.#passTime(
      (this.#voicemail.durationSeconds ?? options.maxSeconds) * 1000,
      () => this.#keys.size > 0,
    );
    const endedBy = this.#gone.signal.aborted ? "hang-up" : this.#keys.take() ? "key" : "silence";
    const durationSeconds = (this.#nowMs - startedMs) / 1000;
    return { path: "/nowhere/voicemail.wav", durationSeconds, endedBy, ...this.#voicemail };
  }

  async setVariable(name: string, value: string): Promise<void> {
    this.#here();
    this.variables.set(name, value);
  }

  async hangup(reason: HangupReason): Promise<void> {
    if (this.#gone.signal.aborted) return;
    this.acts.push(`hangup ${reason}`);
    this.#end();
  }

  async #playOne(item: Media, options: PlayOptions): Promise<PlayOutcome | null> {
    const durationMs = item.kind === "silence" ? item.ms : (item.durationMs ?? this.#soundMs);
    const entry = {
      path: item.kind === "silence" ? "(silence)" : item.path,
      whole: false,
      atMs: this.#nowMs,
    };
    if (item.kind === "sound") {
      this.acts.push(`play ${item.path}`);
      this.heard.push(entry);
    }
    const interrupted = () => options.interruptibleByKeys && this.#keys.size > 0;
    const stopped = () => options.signal?.aborted === true;
    await this.#passTime(durationMs, () => interrupted() || stopped());
    this.#here();
    if (stopped()) return "stopped";
    if (interrupted()) return "interrupted";
    entry.whole = true;
    return null;
  }

  /** Lets `ms` pass, or less: until `wake` holds or the caller is gone. */
  async #passTime(ms: number, wake: () => boolean): Promise<void> {
    const untilMs = this.#nowMs + ms;
    await settled();
    while (!wake() && !this.#gone.signal.aborted) {
      const event = this.#script[0];
      if (event === undefined || event.atMs > untilMs) {
        this.#nowMs = Math.max(this.#nowMs, untilMs);
        return;
      }
      this.#script.shift();
      this.#nowMs = Math.max(this.#nowMs, event.atMs);
      event.happens();
      await settled();
    }
  }

  #talk(lastsMs: number): ConnectedDial {
    return {
      status: "connected",
      finished: this.#passTime(lastsMs, () => false).then(() => {
        this.#connected = null;
        return { endedBy: this.#gone.signal.aborted ? ("caller" as const) : ("other-side" as const) };
      }),
    };
  }

  #here(): void {
    if (this.#gone.signal.aborted) throw new CallEnded();
  }

  #end(): void {
    this.#keys.close();
    this.#connected = null;
    this.#gone.abort();
  }
}

/** Lets every promise that is ready run. */
function settled(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
