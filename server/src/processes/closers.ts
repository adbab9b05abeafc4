type Close = () => void | Promise<void>;

/** What was started, stopped in the opposite order; one that fails does not keep the others open. */
export class Closers {
  readonly #list: Close[] = [];
  readonly #last: Close[] = [];
  #closing: Promise<void> | undefined;

  add(close: Close): void {
    this.#list.push(close);
  }

  /** For what everything else stands on (the database), though it may start at the same time. */
  addLast(close: Close): void {
    this.#last.push(close);
  }

  close(): Promise<void> {
    this.#closing ??= this.#closeAll();
    return this.#closing;
  }

  async #closeAll(): Promise<void> {
    for (const close of [...this.#list.toReversed(), ...this.#last.toReversed()]) {
      try {
        await close();
      } catch (error) {
        process.stderr.write(
          `vera: while stopping: ${error instanceof Error ? error.message : String(error)}\n`,
        );
      }
    }
  }
}
