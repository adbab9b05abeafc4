import type { PressedKey } from "../call-leg.ts";

/** The slowest gap between the keys of a code that chose nothing: a frightened hand is slow. */
export const SLOW_GAP_MS = 2000;
/** The slowest gap where some of the keys did choose something: nearer to a burst, to be told from walking the menus. */
export const FAST_GAP_MS = 800;

const MOST_REMEMBERED = 8;

type Noted = PressedKey & { chose: boolean };
export type Verdict = { kind: "nothing" } | { kind: "beginning" } | { kind: "code"; code: string };

/**
 * Tells a caller who dials 911 inside a menu from one who types ahead through menus. The rule: the last keys spell a code, they
 * came close together, and AT LEAST ONE of them was not an option where it arrived. Somebody who knows the menus presses only
 * options; then nothing is waited for and nothing is handed off. Lives as long as the call, so that a code is seen even
 * when its first key was taken by one menu and the others by the next.
 */
export class EmergencyWatch {
  readonly #codes: readonly string[];
  #recent: Noted[] = [];

  constructor(codes: readonly string[]) {
    this.#codes = codes;
  }

  note(pressed: PressedKey, chose: boolean): Verdict {
    this.#recent = [...this.#recent, { ...pressed, chose }].slice(-MOST_REMEMBERED);
    const code = this.#codes.find((candidate) => this.#endsWith(candidate));
    if (code !== undefined) {
      this.#recent = [];
      return { kind: "code", code };
    }
    const begun = this.#codes.some((candidate) =>
      [...candidate].some((_, length) => length > 0 && this.#endsWith(candidate.slice(0, length))),
    );
    return { kind: begun ? "beginning" : "nothing" };
  }

  isCode(digits: string): boolean {
    return this.#codes.includes(digits);
  }

  #endsWith(digits: string): boolean {
    const tail = this.#recent.slice(-digits.length);
    if (tail.map((noted) => noted.key).join("") !== digits) return false;
    if (tail.every((noted) => noted.chose)) return false;
    const allowedMs = tail.some((noted) => noted.chose) ? FAST_GAP_MS : SLOW_GAP_MS;
    return tail.every((noted, index) => {
      const before = tail[index - 1];
      return before === undefined || noted.atMs - before.atMs <= allowedMs;
    });
  }
}
