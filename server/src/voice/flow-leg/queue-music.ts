import { statSync } from "node:fs";
import { secondsOf, WAV_HEADER_BYTES } from "../recordings/wav-format.ts";

/** A list this long goes on playing for that time although our process is away. */
const PLAYS_ON_SECONDS = 3_600;
/** Asterisk takes at most 128 pieces in one request ("Too many values for media"). */
const MOST_REPEATS = 120;
const UNKNOWN_LENGTH_SECONDS = 60;

/** Music that resumes where an announcement interrupted it. */
export class QueueMusic {
  readonly path: string;
  readonly #seconds: number;
  #playedMs = 0;
  #startedAtMs: number | undefined;

  constructor(path: string) {
    this.path = path;
    this.#seconds = lengthOf(path);
  }

  /** The list to play and where in its first piece to begin. */
  start(nowMs: number): { media: string[]; offsetMs: number } {
    this.#startedAtMs = nowMs;
    const repeats = Math.min(MOST_REPEATS, Math.ceil(PLAYS_ON_SECONDS / this.#seconds));
    const offsetMs = Math.floor(this.#playedMs % (this.#seconds * 1_000));
    return { media: Array.from({ length: repeats }, () => `sound:${this.path}`), offsetMs };
  }

  pause(nowMs: number): void {
    if (this.#startedAtMs !== undefined) this.#playedMs += nowMs - this.#startedAtMs;
    this.#startedAtMs = undefined;
  }
}

function lengthOf(path: string): number {
  try {
    const seconds = secondsOf({ channels: 1, dataBytes: statSync(`${path}.wav`).size - WAV_HEADER_BYTES });
    return Math.max(1, seconds);
  } catch {
    // Another format than WAV, or not on this machine: Asterisk will say so when it plays it.
    return UNKNOWN_LENGTH_SECONDS;
  }
}
