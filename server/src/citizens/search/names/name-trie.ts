/** Longer words are cut: no name needs more to be told apart. */
const LONGEST = 40;
const FIRST_NODES = 1 << 12;

/** Words as a tree of letters in flat arrays (some 13 bytes a node): ten thousands of names take a few MB, not objects. */
export class NameTrie {
  #child = new Int32Array(FIRST_NODES);
  #sibling = new Int32Array(FIRST_NODES);
  #letter = new Uint16Array(FIRST_NODES);
  #word = new Int32Array(FIRST_NODES);
  #nodes = 1;
  /** Rows of the distance table, one for each depth; made once. */
  readonly #rows = Array.from({ length: LONGEST + 2 }, () => new Uint8Array(LONGEST + 2));

  /** `id` > 0. */
  add(word: string, id: number): void {
    let node = 0;
    for (const letter of letters(word)) node = this.#step(node, letter) || this.#grow(node, letter);
    this.#word[node] = id;
  }

  find(word: string): number {
    const node = this.#walk(word);
    return node < 0 ? 0 : (this.#word[node] ?? 0);
  }

  /** Ids of the words that begin so, the word itself among them. */
  startingWith(beginning: string): number[] {
    const node = this.#walk(beginning);
    const found: number[] = [];
    if (node >= 0) this.#collect(node, found);
    return found;
  }

  /**
   * Words at most `most` slips away: a letter more, less, another, or two neighbours swapped (optimal string alignment).
   * Branches whose best possible distance is already too great are not entered.
   */
  within(word: string, most: number, found: (id: number, distance: number) => void): void {
    const target = letters(word);
    const first = this.#rows[0];
    if (!first) return;
    for (let n = 0; n <= target.length; n += 1) first[n] = n;
    this.#descend({ target, most, found, path: [] }, 0, 0);
  }

  #descend(search: Search, node: number, depth: number): void {
    if (depth >= LONGEST) return;
    for (let child = this.#child[node] ?? 0; child !== 0; child = this.#sibling[child] ?? 0) {
      search.path[depth] = this.#letter[child] ?? 0;
      const best = this.#fillRow(search, depth + 1);
      const id = this.#word[child] ?? 0;
      const distance = this.#rows[depth + 1]?.[search.target.length] ?? 255;
      if (id !== 0 && distance <= search.most) search.found(id, distance);
      if (best <= search.most) this.#descend(search, child, depth + 1);
    }
  }

  /** The distances of the path of `depth` letters to each beginning of the target; returns the least. */
  #fillRow({ target, path }: Search, depth: number): number {
    const [row, above, twoAbove] = [this.#rows[depth], this.#rows[depth - 1], this.#rows[depth - 2]];
    if (!row || !above) return 255;
    const letter = path[depth - 1];
    row[0] = depth;
    let best = depth;
    for (let n = 1; n <= target.length; n += 1) {
      const same = target[n - 1] === letter;
      let distance = Math.min(
        (above[n] ?? 255) + 1,
        (row[n - 1] ?? 255) + 1,
        (above[n - 1] ?? 255) + (same ? 0 : 1),
      );
      if (twoAbove && n > 1 && target[n - 2] === letter && target[n - 1] === path[depth - 2]) {
        distance = Math.min(distance, (twoAbove[n - 2] ?? 255) + 1);
      }
      row[n] = distance;
      if (distance < best) best = distance;
    }
    return best;
  }

  #walk(text: string): number {
    let node = 0;
    for (const letter of letters(text)) {
      node = this.#step(node, letter);
      if (node === 0) return -1;
    }
    return node;
  }

  #step(node: number, letter: number): number {
    for (let child = this.#child[node] ?? 0; child !== 0; child = this.#sibling[child] ?? 0) {
      if (this.#letter[child] === letter) return child;
    }
    return 0;
  }

  #grow(parent: number, letter: number): number {
    if (this.#nodes === this.#child.length) this.#double();
    const node = this.#nodes;
    this.#nodes += 1;
    this.#letter[node] = letter;
    this.#sibling[node] = this.#child[parent] ?? 0;
    this.#child[parent] = node;
    return node;
  }

  #double(): void {
    const size = this.#child.length * 2;
    this.#child = grown(this.#child, new Int32Array(size));
    this.#sibling = grown(this.#sibling, new Int32Array(size));
    this.#letter = grown(this.#letter, new Uint16Array(size));
    this.#word = grown(this.#word, new Int32Array(size));
  }

  #collect(node: number, found: number[]): void {
    const id = this.#word[node] ?? 0;
    if (id !== 0) found.push(id);
    for (let child = this.#child[node] ?? 0; child !== 0; child = this.#sibling[child] ?? 0) {
      this.#collect(child, found);
    }
  }
}

interface Search {
  readonly target: readonly number[];
  readonly most: number;
  readonly found: (id: number, distance: number) => void;
  /** Letters from the root to here. */
  readonly path: number[];
}

function letters(word: string): number[] {
  const codes: number[] = [];
  for (let n = 0; n < word.length && n < LONGEST; n += 1) codes.push(word.charCodeAt(n));
  return codes;
}

function grown<T extends Int32Array | Uint16Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
