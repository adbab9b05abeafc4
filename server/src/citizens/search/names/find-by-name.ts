import type { Context } from "../../../platform/index.ts";
import { tellingWords } from "../../normalize-name.ts";
import type { FoundRow } from "../store.ts";
import { combineGuesses, type NameQuestion } from "./combine-guesses.ts";
import { guessWord, type Reach } from "./guess-words.ts";
import { dictionaryOf, type NameDictionary } from "./name-dictionary.ts";
import { type NameHits, peopleByPairs } from "./store.ts";

export interface FoundByName {
  /** "name" where the first has what was typed, "similar-name" where it had to be corrected. */
  readonly by: "name" | "similar-name";
  readonly rows: readonly FoundRow[];
}

/**
 * People by words of their names in any order, whole, begun or misspelt. The words as typed come first, then what sounds alike,
 * then what is one slip away; where nobody is found so, further slips, words written together or apart, and one word too many.
 */
export async function findByName(
  ctx: Context,
  words: readonly string[],
  limit: number,
): Promise<FoundByName> {
  const dictionary = dictionaryOf(ctx);
  const telling = tellingWords(words);
  for (const attempt of attempts(telling)) {
    const found = await ask(ctx, dictionary, attempt, limit);
    if (found.rows.length > 0) return found;
  }
  return { by: "similar-name", rows: [] };
}

interface Attempt {
  readonly words: readonly string[];
  readonly reach: Reach;
}

/** Lazily: most searches end with the first. */
function* attempts(words: readonly string[]): Generator<Attempt> {
  yield { words, reach: "near" };
  yield { words, reach: "far" };
  for (const joined of neighboursJoined(words)) yield { words: joined, reach: "near" };
  if (words.length < 3) return;
  for (let left = 0; left < words.length; left += 1) {
    yield { words: words.filter((_, n) => n !== left), reach: "near" };
  }
}

/** "san martin" may be kept as "sanmartin". */
function neighboursJoined(words: readonly string[]): string[][] {
  return words
    .slice(1)
    .map((second, n) => [...words.slice(0, n), `${words[n]}${second}`, ...words.slice(n + 2)]);
}

async function ask(
  ctx: Context,
  dictionary: NameDictionary,
  { words, reach }: Attempt,
  limit: number,
): Promise<FoundByName> {
  let question = questionOf(dictionary, words, reach);
  let hits = await peopleByPairs(ctx, question, { limit, most: shares(question, limit) });
  if (hits.newest !== dictionary.newest) {
    await dictionary.learn(ctx, hits.newest);
    question = questionOf(dictionary, words, reach);
    hits = await peopleByPairs(ctx, question, { limit, most: shares(question, limit) });
  }
  if (hits.rows.length > 0 && hits.rows.length < limit && someHeldBack(question, hits, limit)) {
    hits = await peopleByPairs(ctx, question, { limit, most: question.pairs.map(() => limit) });
  }
  const first = hits.rows[0];
  const literal = first !== undefined && question.pairs[first.ord - 1]?.literal === true;
  const people = new Map(hits.rows.map((row) => [row.id, row]));
  return { by: literal ? "name" : "similar-name", rows: [...people.values()] };
}

/** What was typed may fill the whole answer; a guess leaves room for the next one, which may be what was meant. */
function shares({ pairs }: NameQuestion, limit: number): number[] {
  return pairs.map(({ cost }, n) => (cost === 0 ? limit : Math.ceil(limit * (n === 0 ? 0.66 : 0.34))));
}

function someHeldBack(question: NameQuestion, { rows }: NameHits, limit: number): boolean {
  const most = shares(question, limit);
  const counts = new Map<number, number>();
  for (const { ord } of rows) counts.set(ord, (counts.get(ord) ?? 0) + 1);
  return [...counts].some(([ord, count]) => count < limit && count === most[ord - 1]);
}

function questionOf(dictionary: NameDictionary, words: readonly string[], reach: Reach): NameQuestion {
  const typed = words.map((word) => ({ typed: word, guesses: guessWord(dictionary, word, reach) }));
  // A word that resembles none cannot be met: nobody is asked for.
  if (typed.some(({ guesses }) => guesses.length === 0)) return { pairs: [], further: [] };
  return combineGuesses(dictionary, typed, reach);
}
