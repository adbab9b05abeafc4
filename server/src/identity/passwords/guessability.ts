import { readFileSync } from "node:fs";
import { join } from "node:path";

const MIN_RUN = 3;
const ROWS = [
  "abcdefghijklmnopqrstuvwxyz",
  "01234567890",
  "qwertyuiop",
  "asdfghjklñ",
  "zxcvbnm",
  "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik",
  "qazwsxedcrfvtgbyhnujmik",
  "1q2w3e4r5t6y7u8i9o0p",
];
const RUNS = [...ROWS, ...ROWS.map((row) => [...row].reverse().join(""))];
const LEET = new Map(
  Object.entries({
    "0": "o",
    "1": "i",
    "3": "e",
    "4": "a",
    "5": "s",
    "7": "t",
    "8": "b",
    "@": "a",
    $: "s",
    "!": "i",
  }),
);

const words = readWords();
const longestWord = Math.max(...[...words].map((word) => word.length));

function readWords(): ReadonlySet<string> {
  const lines = readFileSync(join(import.meta.dirname, "common-words.txt"), "utf8").split("\n");
  return new Set(lines.filter((line) => line !== "" && !line.startsWith("#")));
}

/**
 * How many pieces a guesser must get right: a letter or sign that nothing explains is one, a common word two, a word
 * about the person, a year, a run of keys or a repeated sign one. The cheapest reading counts. A password that
 * repeats itself counts once.
 */
export function guessability(password: string, contextWords: readonly string[]): number {
  const unit = repeatedUnit(plain(password));
  const context = new Set(contextWords.map(plain));
  const readings = [unit, [...unit].map((sign) => LEET.get(sign) ?? sign).join("")];
  // cheapest[i]: the fewest pieces that explain the first i signs.
  const cheapest = [0];
  for (let end = 1; end <= unit.length; end += 1) {
    let best = (cheapest[end - 1] ?? 0) + 1;
    for (let start = Math.max(0, end - Math.max(longestWord, 40)); start <= end - MIN_RUN; start += 1) {
      const cost = Math.min(...readings.map((reading) => pieceCost(reading.slice(start, end), context)));
      best = Math.min(best, (cheapest[start] ?? 0) + cost);
    }
    cheapest.push(best);
  }
  return cheapest[unit.length] ?? 0;
}

function pieceCost(piece: string, context: ReadonlySet<string>): number {
  if (context.has(piece) || isRun(piece) || /^(19|20)\d\d$/.test(piece)) return 1;
  return words.has(piece) ? 2 : Number.POSITIVE_INFINITY;
}

function isRun(piece: string): boolean {
  return RUNS.some((row) => row.includes(piece)) || [...piece].every((sign) => sign === piece[0]);
}

/** "abcabcabc" → "abc". */
function repeatedUnit(text: string): string {
  for (let length = 1; length <= text.length / 2; length += 1) {
    if (text.length % length === 0 && text.slice(0, length).repeat(text.length / length) === text) {
      return text.slice(0, length);
    }
  }
  return text;
}

function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
}
