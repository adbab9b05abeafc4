const FIRST_ROOM = 4;
const NO_PLACES = new Float64Array(0);

/**
 * A line of people: each comes with a place (a number that grows with time) and stands in order of it.
 * Coming at the end and going from the front cost O(1), amortised; coming back to an earlier place or leaving from the middle
 * find it in O(log n), and the rare comer to the middle moves the shorter side. Places and items lie in two arrays side by side,
 * so whoever moves up is not touched. A leaver from the middle leaves a gap; both ends are always taken.
 */
export class OrderedLine<T> {
  #places: Float64Array = NO_PLACES;
  readonly #items: (T | null)[] = [];
  #start = 0;
  #end = 0;
  #size = 0;
  readonly #tieBefore: (a: T, b: T) => boolean;

  /** `tieBefore` orders items of the same place. */
  constructor(tieBefore: (a: T, b: T) => boolean) {
    this.#tieBefore = tieBefore;
  }

  get size(): number {
    return this.#size;
  }

  get first(): T | null {
    return this.#size === 0 ? null : (this.#items[this.#start] as T);
  }

  /** Infinity when nobody stands here. */
  get firstPlace(): number {
    return this.#size === 0 ? Number.POSITIVE_INFINITY : (this.#places[this.#start] as number);
  }

  /** In order. */
  items(): T[] {
    return this.#items.slice(this.#start, this.#end).filter((item) => item !== null);
  }

  add(item: T, place: number): void {
    if (this.#end === this.#places.length) this.#makeRoom();
    const last = this.#end - 1;
    if (this.#size === 0 || !this.#isBefore(item, place, last)) this.#put(item, place, this.#end++);
    else this.#insert(item, place);
    this.#size += 1;
  }

  /** `place` is the one it came with. */
  remove(item: T, place: number): void {
    if (this.#items[this.#start] === item) {
      this.removeFirst();
      return;
    }
    this.#items[this.#find(item, place)] = null;
    while (this.#items[this.#end - 1] === null) this.#end -= 1;
    this.#size -= 1;
  }

  /** Somebody must stand here. */
  removeFirst(): void {
    this.#items[this.#start++] = null;
    this.#size -= 1;
    if (this.#size === 0) {
      this.#start = 0;
      this.#end = 0;
      return;
    }
    while (this.#items[this.#start] === null) this.#start += 1;
  }

  #put(item: T, place: number, index: number): void {
    this.#items[index] = item;
    this.#places[index] = place;
  }

  #isBefore(item: T, place: number, index: number): boolean {
    const other = this.#places[index] as number;
    if (place !== other) return place < other;
    const holder = this.#items[index] as T | null;
    return holder !== null && this.#tieBefore(item, holder);
  }

  #find(item: T, place: number): number {
    let index = this.#firstFrom(place);
    while (this.#items[index] !== item) {
      if (index >= this.#end) throw new Error("Who leaves the line must stand in it");
      index += 1;
    }
    return index;
  }

  /** Index of the first one with this place or a later one. */
  #firstFrom(place: number): number {
    let low = this.#start;
    let high = this.#end;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#places[middle] as number) < place) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Before somebody who stands here already. */
  #insert(item: T, place: number): void {
    let index = this.#firstFrom(place);
    while (index < this.#end && !this.#isBefore(item, place, index)) index += 1;
    if (index === this.#start && index > 0) {
      this.#start -= 1;
      index -= 1;
    } else if (this.#start > 0 && index - this.#start < this.#end - index) {
      this.#start -= 1;
      index -= 1;
      this.#shift(this.#start + 1, index + 1, this.#start);
    } else {
      // copyWithin does not lengthen an array.
      this.#items[this.#end++] = null;
      this.#shift(index, this.#end - 1, index + 1);
    }
    this.#put(item, place, index);
  }

  #shift(from: number, to: number, target: number): void {
    this.#places.copyWithin(target, from, to);
    this.#items.copyWithin(target, from, to);
  }

  /** Closes the gaps; takes a longer array when more than half is in use. */
  #makeRoom(): void {
    const places = this.#places;
    if (this.#size * 2 >= places.length)
      this.#places = new Float64Array(Math.max(FIRST_ROOM, places.length * 2));
    let next = 0;
    for (let index = this.#start; index < this.#end; index++) {
      const item = this.#items[index] as T | null;
      if (item === null) continue;
      this.#put(item, places[index] as number, next);
      next += 1;
    }
    this.#items.fill(null, next, this.#end);
    this.#start = 0;
    this.#end = next;
  }
}
