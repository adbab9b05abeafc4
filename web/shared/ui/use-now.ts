import { useSyncExternalStore } from "react";

const listeners = new Set<() => void>();
let now = Date.now();
let offsetMs = 0;
let timer: ReturnType<typeof setInterval> | undefined;

/** Server time minus browser time, learnt from answers of the API; clocks follow the server. */
export function setServerTime(serverNow: number): void {
  const offset = serverNow - Date.now();
  // The Date header has whole seconds: a smaller difference is noise.
  if (Math.abs(offset - offsetMs) > 1500) offsetMs = Math.abs(offset) < 1500 ? 0 : offset;
}

export function serverNow(): number {
  return Date.now() + offsetMs;
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  if (!timer) {
    now = serverNow();
    timer = setInterval(tick, 250);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

/** Looks four times a second, so that a clock turns at most a quarter late, and speaks once a second. */
function tick(): void {
  const current = serverNow();
  if (Math.floor(current / 1000) === Math.floor(now / 1000)) return;
  now = current;
  for (const listener of listeners) listener();
}

/** Milliseconds since the epoch by the server's clock, renewed each second while a component uses it. */
export function useNow(): number {
  return useSyncExternalStore(listen, () => (timer ? now : serverNowWhole()));
}

/** Stable within a second, as a store must be before somebody listens. */
function serverNowWhole(): number {
  return Math.floor(serverNow() / 1000) * 1000;
}
