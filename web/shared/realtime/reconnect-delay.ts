const FIRST_MS = 500;
const LONGEST_MS = 10_000;

/**
 * Milliseconds to wait before the next attempt: doubled each time up to 10 s, and a random half of it, so that
 * two hundred desks do not come back in the same instant.
 *
 * @param attempt failed attempts so far, from 0
 * @param random between 0 and 1
 */
export function reconnectDelayMs(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return Math.round(full / 2 + (full / 2) * random);
}
