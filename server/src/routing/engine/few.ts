/**
 * A map for the handful of things one agent has open, in order of arrival. The first lies in the object itself: nearly always
 * it is the only one, and a Map that is filled and emptied all day costs many times as much.
 */
export class Few<T> {
  #size = 0;
  #firstId: string | null = null;
  #first: T | undefined;
  /** The others; made when there is a second one for the first time. */
  #rest: Map<string, T> | null = null;

  get size(): number {
    return this.#size;
  }

  get(id: string): T | undefined {
    if (this.#firstId === id) return this.#first;
    return this.#size > 1 ? this.#rest?.get(id) : undefined;
  }

  has(id: string): boolean {
    return this.#firstId === id || (this.#size > 1 && this.#rest?.has(id) === true);
  }

  set(id: string, item: T): void {
    if (this.#firstId === null || this.#firstId === id) {
      if (this.#firstId === null) this.#size = 1;
      this.#firstId = id;
      this.#first = item;
      return;
    }
    this.#rest ??= new Map();
    this.#rest.set(id, item);
    this.#size = 1 + this.#rest.size;
  }

  delete(id: string): void {
    if (this.#firstId === id) this.#deleteFirst();
    else if (this.#size > 1 && this.#rest?.delete(id)) this.#size -= 1;
  }

  /** The next in order moves up. */
  #deleteFirst(): void {
    this.#size -= 1;
    this.#firstId = null;
    this.#first = undefined;
    if (this.#size === 0 || !this.#rest) return;
    for (const [id, item] of this.#rest) {
      this.#firstId = id;
      this.#first = item;
      break;
    }
    if (this.#firstId !== null) this.#rest.delete(this.#firstId);
  }

  keys(): string[] {
    if (this.#firstId === null) return [];
    return [this.#firstId, ...(this.#rest?.keys() ?? [])];
  }

  values(): T[] {
    if (this.#firstId === null) return [];
    return [this.#first as T, ...(this.#rest?.values() ?? [])];
  }
}
