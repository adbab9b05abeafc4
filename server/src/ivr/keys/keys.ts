import type { CallLeg, Key, PressedKey } from "../call-leg.ts";
import { EmergencyDialled } from "../emergency/emergency-dialled.ts";
import { type EmergencyWatch, SLOW_GAP_MS } from "../emergency/emergency-watch.ts";

/** A pause that ends what was typed in one go. */
const BURST_END_MS = 400;

export type Choice = { kind: "key"; key: Key } | { kind: "no-match" } | { kind: "none" };
export type Digits = { kind: "digits"; digits: string } | { kind: "none" };

export type DigitsWanted = {
  maxDigits: number;
  terminator: Key;
  firstDigitMs: number;
  betweenDigitsMs: number;
  /** A number of this length may be wanted, so an emergency code of it is taken as that number. */
  minDigits: number;
};

/** How a node reads keys: over the call's only buffer, watching for emergency codes. One per call. */
export class Keys {
  readonly #leg: CallLeg;
  readonly #watch: EmergencyWatch;
  readonly #onKey: () => void;

  constructor(leg: CallLeg, watch: EmergencyWatch, onKey: () => void) {
    this.#leg = leg;
    this.#watch = watch;
    this.#onKey = onKey;
  }

  /**
   * One key of `options`. After a key that is none of them the rest of the burst is forgotten with it, since it was meant for
   * another place; it is waited for a little, and longer while it may be the beginning of an emergency code.
   */
  async choose(options: readonly string[], timeoutMs: number, signal?: AbortSignal): Promise<Choice> {
    let waitMs = timeoutMs;
    let wrong = false;
    for (;;) {
      const pressed = await this.#next(waitMs, signal);
      if (pressed === null) return { kind: wrong ? "no-match" : "none" };
      const chose = !wrong && options.includes(pressed.key);
      const verdict = this.#watch.note(pressed, chose);
      if (verdict.kind === "code") throw new EmergencyDialled(verdict.code);
      if (chose) return { kind: "key", key: pressed.key };
      wrong = true;
      waitMs = verdict.kind === "beginning" ? SLOW_GAP_MS : BURST_END_MS;
    }
  }

  /** Digits until the terminator, the longest length or a pause. Digits only: "*" and "#" that end nothing are passed over. */
  async collect(wanted: DigitsWanted, signal?: AbortSignal): Promise<Digits> {
    let digits = "";
    let waitMs = wanted.firstDigitMs;
    while (digits.length < wanted.maxDigits) {
      const pressed = await this.#next(waitMs, signal);
      if (pressed === null || pressed.key === wanted.terminator) break;
      if (/^\d$/.test(pressed.key)) digits += pressed.key;
      waitMs = wanted.betweenDigitsMs;
    }
    if (digits.length < wanted.minDigits && this.#watch.isCode(digits)) throw new EmergencyDialled(digits);
    return digits === "" ? { kind: "none" } : { kind: "digits", digits };
  }

  async #next(waitMs: number, signal?: AbortSignal): Promise<PressedKey | null> {
    const pressed = await this.#leg.nextKey(waitMs, signal);
    if (pressed !== null) this.#onKey();
    return pressed;
  }
}
