import type { NameDictionary } from "./name-dictionary.ts";

/** A word of the register that a typed word may mean. */
export interface Guess {
  readonly id: number;
  /** 0: it is what was typed. The more slips, and the rarer the word, the more. */
  readonly cost: number;
  /** As typed or its beginning; false for a correction. */
  readonly literal: boolean;
}

/** How far a guess may go: "near" is the first attempt, "far" where that found nobody. */
export type Reach = "near" | "far";

const SOUND = 1.4;
const BEGINNING = 1.2;
const SLIP = 2.2;
const FAR_SLIP = 4.5;
/** The first letter is seldom wrong; two letters swapped are the commonest slip of the hand. */
const OTHER_FIRST_LETTER = 0.4;
const SAME_LETTERS = -0.4;
const INSIDE = 5;
/** Of the same cost, the word that more people bear: some e-fold more people outweigh this much. */
const PER_E_FOLD = 0.12;
const MOST_GUESSES = 48;
/** In shorter words one letter makes another name. */
const SHORTEST_TO_CORRECT = 3;
const SHORTEST_FOR_TWO_SLIPS = 6;
const SHORTEST_INSIDE = 4;

/** What a word may mean, best first. */
export function guessWord(dictionary: NameDictionary, typed: string, reach: Reach): Guess[] {
  const guesses = new Map<number, Guess>();
  const offer = (id: number, base: number, literal: boolean): void => {
    const cost = base === 0 ? 0 : Math.max(0.1, base - PER_E_FOLD * Math.log(dictionary.uses(id) + 1));
    const known = guesses.get(id);
    if (!known || known.cost > cost) guesses.set(id, { id, cost, literal });
  };
  const exact = dictionary.exact(typed);
  if (exact !== 0) offer(exact, 0, true);
  for (const id of dictionary.startingWith(typed)) if (id !== exact) offer(id, BEGINNING, true);
  for (const id of dictionary.soundingLike(typed)) if (id !== exact) offer(id, SOUND, false);
  if (typed.length >= SHORTEST_TO_CORRECT) {
    const most = reach === "far" && typed.length >= SHORTEST_FOR_TWO_SLIPS ? 2 : 1;
    dictionary.within(typed, most, (id, slips) => {
      if (slips > 0) offer(id, (slips === 1 ? SLIP : FAR_SLIP) + leaning(typed, dictionary.word(id)), false);
    });
  }
  if (reach === "far" && typed.length >= SHORTEST_INSIDE) {
    for (const id of dictionary.containing(typed)) offer(id, INSIDE, true);
  }
  return [...guesses.values()].sort((one, other) => one.cost - other.cost).slice(0, MOST_GUESSES);
}

function leaning(typed: string, word: string): number {
  if (typed[0] !== word[0] && typed[0] !== word[1]) return OTHER_FIRST_LETTER;
  return typed.length === word.length && sorted(typed) === sorted(word) ? SAME_LETTERS : 0;
}

function sorted(word: string): string {
  return [...word].sort().join("");
}
