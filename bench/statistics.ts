export interface Sample {
  readonly mean: number;
  readonly p50: number;
  readonly p99: number;
}

export function summarise(values: Float64Array): Sample {
  const sorted = values.toSorted();
  let sum = 0;
  for (const value of sorted) sum += value;
  return { mean: sum / sorted.length, p50: at(sorted, 0.5), p99: at(sorted, 0.99) };
}

export function median(values: readonly number[]): number {
  return at(Float64Array.from(values).sort(), 0.5);
}

/** Nearest rank. */
function at(sorted: Float64Array, quantile: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(quantile * sorted.length))] ?? 0;
}
