import { asSystem, type Context, type Logger, type Platform } from "../../../platform/index.ts";

export type Work = (ctx: Context) => Promise<void>;

/**
 * How long news waits for more news. A call that is being set up needs the database at once; its seizure does not, and
 * what a crash takes from here is found again in Asterisk's list of channels.
 */
const GATHER_MS = 250;

/** Work in the order in which it came, many pieces in one transaction, away from the moment that caused it. */
export class Gatherer {
  readonly #platform: Platform;
  readonly #log: Logger;
  #waiting: Work[] = [];
  #timer: NodeJS.Timeout | undefined;
  #turn: Promise<void> = Promise.resolve();

  constructor({ platform, log }: { platform: Platform; log: Logger }) {
    this.#platform = platform;
    this.#log = log;
  }

  soon(work: Work): void {
    this.#waiting.push(work);
    this.#timer ??= setTimeout(() => void this.flush(), GATHER_MS);
  }

  now(work: Work): void {
    this.#waiting.push(work);
    void this.flush();
  }

  /** Until all that came so far is written. Never rejects. */
  flush(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length > 0) this.#turn = this.#turn.then(() => this.#write(batch));
    return this.#turn;
  }

  async #write(batch: readonly Work[]): Promise<void> {
    try {
      await asSystem(this.#platform, "voice", async (ctx) => {
        for (const work of batch) await work(ctx);
      });
    } catch (err) {
      if (batch.length === 1) this.#log.error({ err }, "a seizure could not be written");
      // One bad piece must not take the others with it.
      else for (const work of batch) await this.#write([work]);
    }
  }
}
