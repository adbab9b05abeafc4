import { beforeNoun, numberInWords } from "./number-in-words.ts";

/** Beyond ten minutes nobody believes single minutes. */
const EXACT_MINUTES = 10;
const STEP_MINUTES = 5;
const MOST_MINUTES = 60;

/** An estimate in round words, rounded up: who is answered earlier than told is content. */
export function waitInWords(seconds: number): string {
  const minutes = Math.ceil(Math.max(0, seconds) / 60);
  if (seconds < 45) return "menos de un minuto";
  if (minutes <= 1) return "un minuto";
  if (minutes <= EXACT_MINUTES) return about(minutes);
  const rounded = Math.ceil(minutes / STEP_MINUTES) * STEP_MINUTES;
  return rounded >= MOST_MINUTES ? "una hora o más" : about(rounded);
}

/** Every wait that `waitInWords` may give, to be voiced beforehand. */
export function allWaits(): string[] {
  const seconds = [0, 60, ...Array.from({ length: MOST_MINUTES }, (_, minute) => (minute + 1) * 60)];
  return [...new Set(seconds.map(waitInWords))];
}

function about(minutes: number): string {
  return `unos ${beforeNoun(numberInWords(minutes))} minutos`;
}
