/**
 * A map for the handful of things one agent has open, in order of arrival. The first lies in the object itself: nearly always
 * it is the only one, and a Map that is filled and emptied all day costs many times as much.
 */
export class Few<T> {
  #firstId: string | null = null;
  #first: T | undefined;
  readonly #restIds: string[] = [];
  readonly #rest: T[] = [];

  get size(): number {
    return this.#firstId === null ? 0 : 1 + this.#restIds.length;
  }

  get(id: string): T | undefined {
    if (this.#firstId === id) return this.#first;
    if (this.#restIds.length === 0) return undefined;
    return this.#rest[this.#restIds.indexOf(id)];
  }

  has(id: string): boolean {
    return this.#firstId === id || this.#restIds.includes(id);
  }

  set(id: string, item: T): void {
    if (this.#firstId === null || this.#firstId === id) {
      this.#firstId = id;
      this.#first = item;
      return;
    }
    const index = this.#restIds.indexOf(id);
    if (index >= 0) {
      this.#rest[index] = item;
      return;
    }
    this.#restIds.push(id);
    this.#rest.push(item);
  }

  delete(id: string): void {
    if (this.#firstId === id) {
      this.#firstId = this.#restIds.length > 0 ? (this.#restIds.shift() ?? null) : null;
      this.#first = this.#rest.length > 0 ? this.#rest.shift() : undefined;
      return;
    }
    const index = this.#restIds.indexOf(id);
    if (index < 0) return;
    this.#restIds.splice(index, 1);
    this.#rest.splice(index, 1);
  }

  keys(): string[] {
    return this.#firstId === null ? [] : [this.#firstId, ...this.#restIds];
  }

  values(): T[] {
    return this.#firstId === null ? [] : [this.#first as T, ...this.#rest];
  }
}
