/** So many that one look at a block costs about as much as one step in a heap. */
const BLOCK = 64;

/** Some of the lines of one rank, by their index in Fronts. `bound` is never later than the earliest of their fronts. */
export interface Block {
  readonly lines: Int32Array;
  size: number;
  bound: number;
}

interface Tier {
  readonly rank: number;
  readonly blocks: Block[];
}

/**
 * The lines whose agents can serve one demand, best rank first; tells which of them has waited longest.
 * A line that moves on is not reported: its block's bound is then too early, and is corrected when it comes first. So an agent
 * who leaves costs nothing here, whatever the number of queues they serve, and a look costs O(64 × stale blocks + lines / 64):
 * with up to 64 kinds of agents for a demand, one pass over 64 numbers side by side.
 */
export class Shortlist {
  /** By rank. */
  readonly #tiers: Tier[] = [];
  /** When all lines are in one block, as nearly always: found without a step in between, and its bound does not matter. */
  #only: Block | null = null;

  /** The caller lowers the bound of the returned block when the line's front becomes earlier. */
  add(line: number, { rank, front }: { rank: number; front: number }): Block {
    const { blocks } = this.#tierOf(rank);
    let block = blocks.find(({ size }) => size < BLOCK);
    if (!block) {
      block = { lines: new Int32Array(BLOCK), size: 0, bound: Number.POSITIVE_INFINITY };
      blocks.push(block);
      this.#only = this.#tiers.length === 1 && blocks.length === 1 ? block : null;
    }
    block.lines[block.size++] = line;
    if (front < block.bound) block.bound = front;
    return block;
  }

  remove(line: number, block: Block): void {
    const index = block.lines.subarray(0, block.size).indexOf(line);
    block.size -= 1;
    block.lines[index] = block.lines[block.size] as number;
  }

  /** The lines, in no particular order. */
  lines(): number[] {
    return this.#tiers.flatMap(({ blocks }) =>
      blocks.flatMap(({ lines, size }) => [...lines.subarray(0, size)]),
    );
  }

  /** The line of the best rank in which somebody stands, the longest idle of that rank; -1 = nobody stands anywhere. */
  earliest(fronts: Float64Array): number {
    if (this.#only !== null) return earliestIn(this.#only, fronts);
    for (const { blocks } of this.#tiers) {
      const line = earliestOf(blocks, fronts);
      if (line >= 0) return line;
    }
    return -1;
  }

  #tierOf(rank: number): Tier {
    const known = this.#tiers.find((tier) => tier.rank === rank);
    if (known) return known;
    const tier: Tier = { rank, blocks: [] };
    this.#tiers.push(tier);
    this.#tiers.sort((a, b) => a.rank - b.rank);
    return tier;
  }
}

function earliestOf(blocks: readonly Block[], fronts: Float64Array): number {
  for (;;) {
    const block = firstByBound(blocks);
    if (!block) return -1;
    const line = earliestIn(block, fronts);
    const front = line < 0 ? Number.POSITIVE_INFINITY : (fronts[line] as number);
    if (front === block.bound) return line;
    block.bound = front;
    if (blocks.length === 1) return line;
  }
}

/** null = nobody stands in any. */
function firstByBound(blocks: readonly Block[]): Block | null {
  let first: Block | null = null;
  let bound = Number.POSITIVE_INFINITY;
  for (let n = 0; n < blocks.length; n++) {
    const block = blocks[n] as Block;
    if (block.bound >= bound) continue;
    first = block;
    bound = block.bound;
  }
  return first;
}

function earliestIn({ lines, size }: Block, fronts: Float64Array): number {
  let earliest = -1;
  let front = Number.POSITIVE_INFINITY;
  for (let n = 0; n < size; n++) {
    const line = lines[n] as number;
    const place = fronts[line] as number;
    if (place >= front) continue;
    front = place;
    earliest = line;
  }
  return earliest;
}
