import { CallEnded, type PressedKey } from "./call-leg.ts";

/** Callers can fill the buffer with noise; more keys than any flow reads are dropped, oldest kept. */
const MOST_KEYS = 128;

type Waiter = { wake: (key: PressedKey | null) => void; fail: (error: Error) => void };

/**
 * The only key buffer of a call, which every implementation of `CallLeg` uses: keys are kept in order until they are read, so
 * fast dialling across menus loses nothing. One reader at a time.
 */
export class KeyBuffer {
  readonly #keys: PressedKey[] = [];
  #waiter: Waiter | undefined;
  #closed = false;

  /** Called with each key as it is heard. */
  push(key: PressedKey): void {
    if (this.#closed) return;
    const waiter = this.#waiter;
    if (waiter !== undefined) {
      this.#waiter = undefined;
      waiter.wake(key);
    } else if (this.#keys.length < MOST_KEYS) {
      this.#keys.push(key);
    }
  }

  get size(): number {
    return this.#keys.length;
  }

  /** Takes the oldest key without waiting. */
  take(): PressedKey | undefined {
    return this.#keys.shift();
  }

  /** The oldest key, else the next; null when `signal` aborts first. The caller of this owns the timer behind the signal. */
  next(signal: AbortSignal): Promise<PressedKey | null> {
    const waiting = this.#keys.shift();
    if (waiting !== undefined) return Promise.resolve(waiting);
    if (this.#closed) return Promise.reject(new CallEnded());
    if (signal.aborted) return Promise.resolve(null);
    if (this.#waiter !== undefined) return Promise.reject(new Error("The key buffer has a reader already"));
    return new Promise((resolve, reject) => {
      const stop = () => {
        this.#waiter = undefined;
        resolve(null);
      };
      signal.addEventListener("abort", stop, { once: true });
      const release = () => signal.removeEventListener("abort", stop);
      this.#waiter = {
        wake: (key) => {
          release();
          resolve(key);
        },
        fail: (error) => {
          release();
          reject(error);
        },
      };
    });
  }

  flush(): void {
    this.#keys.length = 0;
  }

  /** The caller is gone: who waits for a key is told. */
  close(): void {
    this.#closed = true;
    this.#keys.length = 0;
    const waiter = this.#waiter;
    this.#waiter = undefined;
    waiter?.fail(new CallEnded());
  }
}
