import type { Guess, Reach } from "./guess-words.ts";
import type { NameDictionary } from "./name-dictionary.ts";

export interface Pair {
  /** Ids of two words, a <= b, as the register keeps them. */
  readonly a: number;
  readonly b: number;
  readonly literal: boolean;
  /** 0: both words are what was typed. */
  readonly cost: number;
}

export interface NameQuestion {
  /** Best first: the pairs to look up, one after the other until enough people are found. */
  readonly pairs: readonly Pair[];
  /** For each further typed word: patterns of which the name must have one. */
  readonly further: readonly (readonly string[])[];
}

/** Each is one descent of an index, some 4 µs. */
const MOST_PAIRS = 240;
/** One slip in one word, or one word begun and the other heard: two slips are for the far attempt. */
const MOST_COST = { near: 2.6, far: 9 } as const;

export interface TypedWord {
  readonly typed: string;
  readonly guesses: readonly Guess[];
}

/** The two words that fewest people bear find; the others sieve. */
export function combineGuesses(
  dictionary: NameDictionary,
  words: readonly TypedWord[],
  reach: Reach,
): NameQuestion {
  const borne = ({ guesses }: TypedWord) => guesses.reduce((sum, { id }) => sum + dictionary.uses(id), 0);
  const [one, other, ...rest] = words
    .map((word) => ({ word, borne: borne(word) }))
    .sort((first, second) => first.borne - second.borne)
    .map(({ word }) => word);
  if (!one) return { pairs: [], further: [] };
  return {
    pairs: other
      ? pairsOf(one.guesses, other.guesses, MOST_COST[reach])
      : one.guesses.map(({ id, literal, cost }) => ({ a: id, b: id, literal, cost })),
    further: rest.map((word) => patterns(dictionary, word)),
  };
}

function pairsOf(some: readonly Guess[], others: readonly Guess[], mostCost: number): Pair[] {
  const pairs: Pair[] = [];
  for (const one of some) {
    for (const other of others) {
      // Guesses come best first: what follows costs more still.
      if (one.cost + other.cost > mostCost) break;
      if (one.id === other.id) continue;
      pairs.push({
        a: Math.min(one.id, other.id),
        b: Math.max(one.id, other.id),
        literal: one.literal && other.literal,
        cost: one.cost + other.cost,
      });
    }
  }
  const best = pairs.sort((one, other) => one.cost - other.cost).slice(0, MOST_PAIRS);
  return taken(
    best.filter(({ literal }) => literal),
    best.filter(({ literal }) => !literal),
  );
}

/** Begun and corrected take turns, each the best of its kind first: many who begin so do not hide the one who was meant. */
function taken<T>(some: readonly T[], others: readonly T[]): T[] {
  const longer = Math.max(some.length, others.length);
  return Array.from({ length: longer }, (_, n) => [
    ...some.slice(n, n + 1),
    ...others.slice(n, n + 1),
  ]).flat();
}

/** Words are letters and digits only (normalize-name.ts), so that they carry no pattern signs. */
function patterns(dictionary: NameDictionary, { typed, guesses }: TypedWord): string[] {
  return [`% ${typed}%`, ...guesses.map(({ id }) => `% ${dictionary.word(id)} %`)];
}
