import { setTimeout as sleep } from "node:timers/promises";

const LOOK_EVERY_MS = 50;

/** Looks again and again until it holds; says what was waited for when it does not. */
export async function waitFor(
  holds: () => boolean | Promise<boolean>,
  { timeoutMs = 15_000, what }: { readonly timeoutMs?: number; readonly what: string | (() => string) },
): Promise<void> {
  const deadline = performance.now() + timeoutMs;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`within ${timeoutMs} ms there was not: ${typeof what === "string" ? what : what()}`);
    await sleep(LOOK_EVERY_MS);
  }
}
