/** Chance that repeats itself: the same seed gives the same numbers on every machine (sfc32, 128 bits of state). */
export class Random {
  #a: number;
  #b: number;
  #c: number;
  #d = 1;

  constructor(seed: number) {
    this.#a = seed | 0;
    this.#b = 0x9e3779b9;
    this.#c = 0x243f6a88;
    for (let n = 0; n < 16; n += 1) this.next();
  }

  /** From 0 to below 1. */
  next(): number {
    const sum = (this.#a + this.#b + this.#d) | 0;
    this.#d = (this.#d + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = ((this.#c << 21) | (this.#c >>> 11)) + sum;
    this.#c |= 0;
    return (sum >>> 0) / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  /** Whole numbers from 0 to below `count`. */
  below(count: number): number {
    return Math.floor(this.next() * count);
  }

  between(least: number, most: number): number {
    return least + this.below(most - least + 1);
  }

  pick<T>(list: readonly [T, ...T[]] | readonly T[]): T {
    const one = list[this.below(list.length)];
    if (one === undefined) throw new RangeError("There is nothing to pick from");
    return one;
  }

  digits(count: number): string {
    let text = "";
    for (let n = 0; n < count; n += 1) text += this.below(10);
    return text;
  }
}

/** Picks by weight in logarithmic time. */
export class Weighted<T> {
  readonly #items: readonly T[];
  readonly #bounds: Float64Array;

  constructor(items: readonly T[], weight: (item: T, index: number) => number) {
    this.#items = items;
    this.#bounds = new Float64Array(items.length);
    let sum = 0;
    for (const [index, item] of items.entries()) {
      sum += weight(item, index);
      this.#bounds[index] = sum;
    }
  }

  pick(random: Random): T {
    const target = random.next() * (this.#bounds.at(-1) ?? 0);
    let low = 0;
    let high = this.#bounds.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#bounds[middle] ?? 0) > target) high = middle;
      else low = middle + 1;
    }
    const item = this.#items[low];
    if (item === undefined) throw new RangeError("There is nothing to pick from");
    return item;
  }
}
