import { setTimeout as sleep } from "node:timers/promises";
import { asSystem, type Context, DomainError, type Platform } from "../../platform/index.ts";

const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5_000;

/**
 * The durable writes of one call, one after another in the order in which things happened. Talks do not wait for them: a
 * database that restarts delays the record of a talk, never the talk. A refusal (DomainError) is logged and skipped.
 */
export class CallJournal {
  readonly #platform: Platform;
  readonly #fields: object;
  #tail: Promise<void> = Promise.resolve();
  #closed = false;

  constructor(platform: Platform, fields: object) {
    this.#platform = platform;
    this.#fields = fields;
  }

  /** Resolves when the write is durable (or was refused). `at` in the entry must be taken before calling, not inside. */
  write(what: string, work: (ctx: Context) => Promise<unknown>): Promise<void> {
    this.#tail = this.#tail.then(() => this.#persist(what, work));
    return this.#tail;
  }

  /** What is written from here on waits for this; `work` does not reject. */
  waitFor(work: () => Promise<void>): void {
    this.#tail = this.#tail.then(work);
  }

  settled(): Promise<void> {
    return this.#tail;
  }

  /** The process stops: a write that fails is not tried again. */
  close(): void {
    this.#closed = true;
  }

  async #persist(what: string, work: (ctx: Context) => Promise<unknown>): Promise<void> {
    for (let delayMs = FIRST_RETRY_MS; ; delayMs = Math.min(delayMs * 2, LONGEST_RETRY_MS)) {
      try {
        await asSystem(this.#platform, "voice", async (ctx) => void (await work(ctx)));
        return;
      } catch (err) {
        const refused = err instanceof DomainError || isStatementError(err);
        this.#platform.log.error({ err, what, ...this.#fields }, "call journal: a write failed");
        if (refused || this.#closed) return;
        await sleep(delayMs, undefined, { ref: false });
      }
    }
  }
}

/** SQLSTATE classes that a repetition cannot cure: 22 data, 23 constraint, 42 syntax or rights. */
function isStatementError(err: unknown): boolean {
  const code = (err as { code?: unknown }).code;
  return typeof code === "string" && /^(22|23|42)/.test(code);
}
