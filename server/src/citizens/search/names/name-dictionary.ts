import type { Context, Platform } from "../../../platform/index.ts";
import { NameTrie } from "./name-trie.ts";
import { soundKey } from "./sound-key.ts";
import { type NameWord, wordsAfter } from "./store.ts";

/**
 * Every word that stands in a name, once, held in memory: what was typed is compared with some ten thousand words here instead
 * of millions of people there. Words are only added; each search learns the highest id of the database in its own statement.
 */
export class NameDictionary {
  newest = 0;
  #trie = new NameTrie();
  #words = new Map<number, { word: string; uses: number }>();
  #bySound = new Map<string, number[]>();

  /** Learns the words that came since. Where the database has fewer than we know, it was loaded anew: from the start. */
  async learn(ctx: Context, newest: number): Promise<void> {
    if (newest < this.newest) this.#forget();
    for (const word of await wordsAfter(ctx, this.newest)) this.#add(word);
  }

  exact(word: string): number {
    return this.#trie.find(word);
  }

  startingWith(beginning: string): number[] {
    return this.#trie.startingWith(beginning);
  }

  soundingLike(word: string): readonly number[] {
    return this.#bySound.get(soundKey(word)) ?? [];
  }

  within(word: string, most: number, found: (id: number, distance: number) => void): void {
    this.#trie.within(word, most, found);
  }

  containing(fragment: string): number[] {
    const found: number[] = [];
    for (const [id, { word }] of this.#words) if (word.includes(fragment)) found.push(id);
    return found;
  }

  word(id: number): string {
    return this.#words.get(id)?.word ?? "";
  }

  uses(id: number): number {
    return this.#words.get(id)?.uses ?? 0;
  }

  #add({ id, word, uses }: NameWord): void {
    this.newest = Math.max(this.newest, id);
    this.#trie.add(word, id);
    this.#words.set(id, { word, uses });
    const sound = soundKey(word);
    const alike = this.#bySound.get(sound);
    if (alike) alike.push(id);
    else this.#bySound.set(sound, [id]);
  }

  #forget(): void {
    this.newest = 0;
    this.#trie = new NameTrie();
    this.#words = new Map();
    this.#bySound = new Map();
  }
}

/** One for each running platform: read at its first search, gone with it. */
const dictionaries = new WeakMap<Platform, NameDictionary>();

export function dictionaryOf({ platform }: Pick<Context, "platform">): NameDictionary {
  const known = dictionaries.get(platform);
  if (known) return known;
  const fresh = new NameDictionary();
  dictionaries.set(platform, fresh);
  return fresh;
}
