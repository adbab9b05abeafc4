import {
  CallEnded,
  type CallLeg,
  type ConnectedDial,
  type DialOptions,
  type DialOutcome,
  type HangupReason,
  isKey,
  KeyBuffer,
  LegDetached,
  type Media,
  type PlayOptions,
  type PlayOutcome,
  type PressedKey,
  type Voicemail,
  type VoicemailOptions,
} from "../../ivr/index.ts";
import { hangUp } from "../bridges/call-bridges.ts";
import type { Call, FlowLeg, Leg } from "../calls/call-record.ts";
import { callChanged } from "../calls/screens.ts";
import type { Voice } from "../voice.ts";
import { currentDialOf, dialFromFlow } from "./dial-from-flow.ts";
import { LegPlayer } from "./leg-player.ts";
import type { Playbacks } from "./playbacks.ts";
import { recordVoicemail } from "./record-voicemail.ts";

/** A citizen's channel as the flow sees it. Lives as long as the channel; `close` is its end. */
export class AsteriskLeg implements CallLeg, FlowLeg {
  readonly #voice: Voice;
  readonly #call: Call;
  readonly #leg: Leg;
  readonly #keys = new KeyBuffer();
  readonly #player: LegPlayer;
  readonly #keyListeners = new Set<(key: PressedKey) => void>();
  #answered: Promise<unknown> | undefined;
  /** Resolves when the answer is on its way: what is sent after that arrives after it. */
  #mayBeHeard: Promise<void> = Promise.resolve();
  #releases = 0;
  #detached = false;

  constructor(voice: Voice, { call, leg, playbacks }: { call: Call; leg: Leg; playbacks: Playbacks }) {
    this.#voice = voice;
    this.#call = call;
    this.#leg = leg;
    if (leg.state === "up") this.#answered = this.#mayBeHeard;
    this.#player = new LegPlayer(voice, leg, playbacks, () => callChanged(voice, call));
    leg.gone.signal.addEventListener("abort", () => this.close());
  }

  get id(): string {
    return this.#leg.channelId;
  }

  get callerNumber(): string | null {
    return this.#call.peerNumber;
  }

  get calledNumber(): string {
    return this.#call.ownNumber;
  }

  get ended(): AbortSignal {
    return this.#leg.gone.signal;
  }

  async answer(): Promise<void> {
    this.#mustLive();
    this.#answered ??= this.#answerOnceWritten();
    await this.#orEnded(this.#answered);
  }

  #answerOnceWritten(): Promise<unknown> {
    const { channelId } = this.#leg;
    const sent = this.#call.written.then(
      () => {
        this.#mustLive();
        return { reply: this.#voice.ari.call("POST /channels/{channelId}/answer", { channelId }) };
      },
      () => {
        throw new CallEnded(); // refused: it could not be written down
      },
    );
    this.#mayBeHeard = sent.then(() => undefined);
    this.#mayBeHeard.catch(() => undefined); // thrown to whoever wants to be heard
    return sent.then(({ reply }) => reply);
  }

  async play(media: readonly Media[], { interruptibleByKeys, signal }: PlayOptions): Promise<PlayOutcome> {
    this.#mustLive();
    if (media.length === 0) return "finished";
    if (!(await this.#turnToBeHeard())) return "stopped";
    if (interruptibleByKeys && this.#keys.size > 0) return "interrupted";
    const stop = new AbortController();
    const byKey = (): void => stop.abort("interrupted");
    const byCaller = (): void => stop.abort("stopped");
    if (signal?.aborted) return "stopped";
    signal?.addEventListener("abort", byCaller, { once: true });
    if (interruptibleByKeys) this.#keyListeners.add(byKey);
    try {
      return await this.#orEnded(this.#player.play(media, { signal: stop.signal }));
    } finally {
      this.#keyListeners.delete(byKey);
      signal?.removeEventListener("abort", byCaller);
    }
  }

  async nextKey(timeoutMs: number, signal?: AbortSignal): Promise<PressedKey | null> {
    const stop = new AbortController();
    const abort = (): void => stop.abort();
    const timer = setTimeout(abort, timeoutMs);
    signal?.addEventListener("abort", abort, { once: true });
    if (signal?.aborted) abort();
    try {
      return await this.#orEnded(this.#keys.next(stop.signal));
    } finally {
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
    }
  }

  flushKeys(): void {
    this.#keys.flush();
  }

  async startMusic(path: string): Promise<void> {
    this.#mustLive();
    if (await this.#turnToBeHeard()) await this.#orEnded(this.#player.startMusic(path));
  }

  async stopMusic(): Promise<void> {
    if (!this.ended.aborted) await this.#orEnded(this.#player.stopMusic());
  }

  async dial(number: string, options: DialOptions): Promise<DialOutcome> {
    await this.#turnToBeHeard();
    return await this.#orEnded(
      dialFromFlow(this.#voice, this.#call, { number, options, player: this.#player }),
    );
  }

  currentDial(): ConnectedDial | null {
    return currentDialOf(this.#voice, this.#call);
  }

  async recordVoicemail(options: VoicemailOptions): Promise<Voicemail> {
    await this.#turnToBeHeard();
    await this.#player.stopMusic();
    return await recordVoicemail(this.#voice, {
      leg: this.#leg,
      options,
      beep: () => this.#player.play([{ kind: "sound", path: this.#voice.sounds.beep }], {}),
      nextKey: (signal) => this.#keys.next(signal),
    });
  }

  async setVariable(name: string, value: string): Promise<void> {
    this.#mustLive();
    const { channelId } = this.#leg;
    await this.#orEnded(
      this.#voice.ari.call("POST /channels/{channelId}/variable", { channelId, variable: name, value }),
    );
  }

  async hangup(reason: HangupReason): Promise<void> {
    if (this.ended.aborted) return;
    await hangUp(this.#voice, this.#leg, reason);
  }

  /** Asterisk heard a key. */
  pressed(digit: string): void {
    if (!isKey(digit)) return;
    const key = { key: digit, atMs: this.#voice.platform.clock.monotonicMs() };
    this.#keys.push(key);
    for (const listener of [...this.#keyListeners]) listener(key);
  }

  /** Everything that this leg plays falls silent, so that it can be bridged at once. */
  release(): Promise<void> {
    this.#releases += 1;
    return this.#player.release();
  }

  close(): void {
    this.#keys.close();
  }

  detach(): void {
    this.#detached = true;
    this.#keys.close();
  }

  /** False when the leg was released meanwhile: it belongs to a talk. */
  async #turnToBeHeard(): Promise<boolean> {
    const releases = this.#releases;
    await this.#orEnded(this.#mayBeHeard);
    return releases === this.#releases;
  }

  #mustLive(): void {
    if (this.#detached) throw new LegDetached();
    if (this.ended.aborted) throw new CallEnded();
  }

  /** A request that failed because the caller left is not an error but the end. */
  async #orEnded<T>(work: Promise<T>): Promise<T> {
    try {
      const result = await work;
      this.#mustLive();
      return result;
    } catch (error) {
      this.#mustLive();
      throw error;
    }
  }
}
