import { queryWords } from "./read-query.ts";

/** A word or an expression that was asked for, with everything of the organisms that means the same. */
export interface AskedTerm {
  /** Ways to say it, each a list of words that have to be there together; the first is what was typed. */
  readonly alternatives: readonly (readonly string[])[];
  /** The half-typed last word. */
  readonly prefix: string | null;
}

/** Expressions that mean the same, folded and cut into words: [["dni"], ["documento", "nacional"]]. */
export type SynonymGroup = readonly (readonly string[])[];

/** The longest expression at each place counts: "partida inmobiliaria" before "partida". */
export function askedTerms(words: readonly string[], groups: readonly SynonymGroup[]): AskedTerm[] {
  const terms: AskedTerm[] = [];
  for (let at = 0; at < words.length; ) {
    const { length, others } = longestAt(words, at, groups);
    const typed = words.slice(at, at + length);
    at += length;
    terms.push({
      alternatives: [typed, ...others],
      prefix: at === words.length ? (typed.at(-1) ?? null) : null,
    });
  }
  return terms;
}

function longestAt(
  words: readonly string[],
  at: number,
  groups: readonly SynonymGroup[],
): { length: number; others: (readonly string[])[] } {
  let best = { length: 1, others: [] as (readonly string[])[] };
  for (const group of groups) {
    for (const expression of group) {
      if (expression.length < best.length || !startsAt(words, at, expression)) continue;
      const others = group.filter((other) => other !== expression);
      // Several groups may know the same word: all their ways count.
      const joined = expression.length === best.length ? [...best.others, ...others] : others;
      best = { length: expression.length, others: joined };
    }
  }
  return best;
}

function startsAt(words: readonly string[], at: number, expression: readonly string[]): boolean {
  return expression.length > 0 && expression.every((word, index) => words[at + index] === word);
}

/** An expression as the search compares it. */
export function expressionWords(expression: string): string[] {
  return queryWords(expression);
}
