/** A map for the handful of things one agent has open: two small arrays cost a fraction of a Map that is filled and emptied all day. */
export class Few<T> {
  readonly #ids: string[] = [];
  readonly #items: T[] = [];

  get size(): number {
    return this.#ids.length;
  }

  get(id: string): T | undefined {
    const index = this.#ids.indexOf(id);
    return index < 0 ? undefined : this.#items[index];
  }

  has(id: string): boolean {
    return this.#ids.includes(id);
  }

  set(id: string, item: T): void {
    const index = this.#ids.indexOf(id);
    if (index >= 0) {
      this.#items[index] = item;
      return;
    }
    this.#ids.push(id);
    this.#items.push(item);
  }

  delete(id: string): void {
    const index = this.#ids.indexOf(id);
    if (index < 0) return;
    const last = this.#ids.length - 1;
    // Order of arrival is kept: it is the order in which things are given back.
    for (let n = index; n < last; n++) {
      this.#ids[n] = this.#ids[n + 1] as string;
      this.#items[n] = this.#items[n + 1] as T;
    }
    this.#ids.pop();
    this.#items.pop();
  }

  keys(): readonly string[] {
    return this.#ids;
  }

  values(): readonly T[] {
    return this.#items;
  }
}
