import type { PhoneEvents } from "./softphone.ts";

/** The listeners of a softphone. */
export class PhoneEmitter {
  readonly #listeners: { [Name in keyof PhoneEvents]: Set<PhoneEvents[Name]> } = {
    line: new Set(),
    invite: new Set(),
    talk: new Set(),
    quiet: new Set(),
    problem: new Set(),
  };

  on<Name extends keyof PhoneEvents>(name: Name, listener: PhoneEvents[Name]): () => void {
    this.#listeners[name].add(listener);
    return () => this.#listeners[name].delete(listener);
  }

  tell<Name extends keyof PhoneEvents>(name: Name, ...args: Parameters<PhoneEvents[Name]>): void {
    for (const listener of this.#listeners[name]) (listener as (...all: typeof args) => void)(...args);
  }
}
