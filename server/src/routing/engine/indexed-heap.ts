/** An item's place in its heap; -1 while outside. Written by the heap alone. */
export interface HeapItem {
  heapIndex: number;
}

const ARITY = 4;
const FIRST_ROOM = 8;

/**
 * Heap (lowest key first) whose items know their place, so that any of them can leave or move in O(log n).
 * Four children per node and keys in an array of their own: a level costs one cache line instead of four objects.
 */
export class IndexedHeap<T extends HeapItem> {
  readonly #items: T[] = [];
  #keys = new Float64Array(FIRST_ROOM);
  readonly #tieBefore: (a: T, b: T) => boolean;

  /** `tieBefore` orders items of the same key. */
  constructor(tieBefore: (a: T, b: T) => boolean) {
    this.#tieBefore = tieBefore;
  }

  get size(): number {
    return this.#items.length;
  }

  /** The items in heap order, not sorted: for counting and copying only. */
  get items(): readonly T[] {
    return this.#items;
  }

  peek(): T | undefined {
    return this.#items[0];
  }

  push(item: T, key: number): void {
    const index = this.#items.length;
    this.#items.push(item);
    if (index >= this.#keys.length) this.#grow();
    this.#rise(item, key, index);
  }

  remove(item: T): void {
    const index = item.heapIndex;
    const items = this.#items;
    const lastIndex = items.length - 1;
    const last = items.pop() as T;
    item.heapIndex = -1;
    if (index < lastIndex) this.#place(last, this.#keys[lastIndex] as number, index);
  }

  /** The item's key, or what breaks its ties, changed. */
  move(item: T, key: number): void {
    this.#place(item, key, item.heapIndex);
  }

  #place(item: T, key: number, index: number): void {
    if (this.#rise(item, key, index) === index) this.#sink(item, key, index);
  }

  #isBefore(item: T, key: number, index: number): boolean {
    const other = this.#keys[index] as number;
    return key < other || (key === other && this.#tieBefore(item, this.#items[index] as T));
  }

  #rise(item: T, key: number, from: number): number {
    let index = from;
    while (index > 0) {
      const parent = ((index - 1) / ARITY) | 0;
      if (!this.#isBefore(item, key, parent)) break;
      this.#put(this.#items[parent] as T, this.#keys[parent] as number, index);
      index = parent;
    }
    this.#put(item, key, index);
    return index;
  }

  #sink(item: T, key: number, from: number): void {
    let index = from;
    for (;;) {
      const child = this.#firstChild(index);
      if (child < 0) break;
      const childKey = this.#keys[child] as number;
      const childItem = this.#items[child] as T;
      if (!(childKey < key || (childKey === key && this.#tieBefore(childItem, item)))) break;
      this.#put(childItem, childKey, index);
      index = child;
    }
    this.#put(item, key, index);
  }

  /** The child that goes before its siblings; -1 = none. */
  #firstChild(index: number): number {
    const length = this.#items.length;
    const start = index * ARITY + 1;
    if (start >= length) return -1;
    const end = Math.min(start + ARITY, length);
    const keys = this.#keys;
    let first = start;
    for (let child = start + 1; child < end; child++) {
      const key = keys[child] as number;
      const firstKey = keys[first] as number;
      if (key < firstKey || (key === firstKey && this.#isTieBefore(child, first))) first = child;
    }
    return first;
  }

  #isTieBefore(a: number, b: number): boolean {
    return this.#tieBefore(this.#items[a] as T, this.#items[b] as T);
  }

  #put(item: T, key: number, index: number): void {
    this.#items[index] = item;
    this.#keys[index] = key;
    item.heapIndex = index;
  }

  #grow(): void {
    const keys = new Float64Array(this.#keys.length * 2);
    keys.set(this.#keys);
    this.#keys = keys;
  }
}
