/**
 * Heights of so many bars for a drawing, 0–1, each the loudest of its stretch. Quiet speech is lifted (square
 * root), because ears hear it as nearly as loud; silence stays a line.
 */
export function peakBars(peaks: readonly number[], bars: number): number[] {
  if (peaks.length === 0 || bars <= 0) return [];
  const perBar = peaks.length / bars;
  return Array.from({ length: bars }, (_, index) => {
    const from = Math.floor(index * perBar);
    const to = Math.max(from + 1, Math.floor((index + 1) * perBar));
    let loudest = 0;
    for (let at = from; at < to && at < peaks.length; at += 1) loudest = Math.max(loudest, peaks[at] ?? 0);
    return Math.sqrt(Math.min(1, loudest));
  });
}

const STEP = 3;

/** The bars as one SVG path of upright lines, three pixels apart, around the middle. */
export function barPath(heights: readonly number[], height: number): string {
  const middle = height / 2;
  return heights
    .map((share, index) => {
      const half = Math.max(0.75, share * (middle - 2));
      return `M${index * STEP + 1} ${(middle - half).toFixed(1)}V${(middle + half).toFixed(1)}`;
    })
    .join("");
}

export function barsIn(width: number): number {
  return Math.max(0, Math.floor(width / STEP));
}
