import { DomainError } from "../../platform/index.ts";

export interface HashLaneOptions {
  /** Hashes at a time; each takes 19 MiB and a thread of libuv's four. */
  readonly width: number;
  /** Hashes that may wait; more are refused at once, so that a flood of sign-ins costs no memory. */
  readonly maxWaiting: number;
}

/** Lets few password hashes run at once. */
export class HashLane {
  readonly #options: HashLaneOptions;
  readonly #waiting: (() => void)[] = [];
  #running = 0;

  constructor(options: HashLaneOptions = { width: 2, maxWaiting: 60 }) {
    this.#options = options;
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.#enter();
    try {
      return await work();
    } finally {
      this.#leave();
    }
  }

  async #enter(): Promise<void> {
    if (this.#running < this.#options.width) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= this.#options.maxWaiting) {
      throw new DomainError("too-many", "Too many sign-ins at this moment; try again in some seconds", {
        key: "signInBusy",
      });
    }
    await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }

  /** The place passes to the next one directly, so that nobody who comes now overtakes. */
  #leave(): void {
    const next = this.#waiting.shift();
    if (next) next();
    else this.#running -= 1;
  }
}
