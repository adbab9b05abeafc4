import type { Clock } from "../clock.ts";

/** A clock that stands still until it is moved. */
export class TestClock implements Clock {
  #now: number;

  constructor(at: string) {
    this.#now = new Date(at).getTime();
  }

  now(): Date {
    return new Date(this.#now);
  }

  monotonicMs(): number {
    return this.#now;
  }

  set(at: string | Date): void {
    this.#now = new Date(at).getTime();
  }

  advance(seconds: number): void {
    this.#now += seconds * 1_000;
  }
}
