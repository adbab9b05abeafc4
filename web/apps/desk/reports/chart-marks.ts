import type { Kpi } from "@vera/contracts/reporting";
import type uPlot from "uplot";
import type { ChartColours } from "./use-chart-colours.ts";

/** With more points than this the marks would be a stripe: the line alone is drawn. */
const MOST_MARKS = 200;

interface Marks {
  target: number | null;
  better: Kpi["better"];
  colours: ChartColours;
}

/** A point that misses the target is a filled diamond, the others are rings: it reads in grey. */
export function drawMarks(chart: uPlot, { target, better, colours }: Marks): void {
  const [starts, values] = [chart.data[0], chart.data[1] ?? []];
  if (starts.length > MOST_MARKS) return;
  const { ctx } = chart;
  const size = devicePixelRatio;
  ctx.save();
  starts.forEach((at, index) => {
    const value = values[index];
    if (value === null || value === undefined) return;
    const [x, y] = [chart.valToPos(at, "x", true), chart.valToPos(value, "y", true)];
    const missed = target !== null && (better === "lower" ? value > target : value < target);
    ctx.beginPath();
    if (missed) diamond(ctx, { x, y, half: 5.5 * size });
    else ctx.arc(x, y, 3.5 * size, 0, 2 * Math.PI);
    ctx.fillStyle = missed ? colours.breach : colours.panel;
    ctx.fill();
    if (missed) return;
    ctx.strokeStyle = colours.ink;
    ctx.lineWidth = 1.75 * size;
    ctx.stroke();
  });
  ctx.restore();
}

function diamond(
  ctx: CanvasRenderingContext2D,
  { x, y, half }: { x: number; y: number; half: number },
): void {
  ctx.moveTo(x, y - half);
  ctx.lineTo(x + half, y);
  ctx.lineTo(x, y + half);
  ctx.lineTo(x - half, y);
  ctx.closePath();
}

interface Target {
  target: number | null;
  word: string;
  colours: ChartColours;
}

/** The target as a dotted line with its value at the end. */
export function drawTarget(chart: uPlot, { target, word, colours }: Target): void {
  if (target === null) return;
  const { ctx, bbox } = chart;
  const size = devicePixelRatio;
  const y = chart.valToPos(target, "y", true);
  ctx.save();
  ctx.strokeStyle = colours.ink2;
  ctx.lineWidth = 1.5 * size;
  ctx.setLineDash([2 * size, 4 * size]);
  ctx.beginPath();
  ctx.moveTo(bbox.left, y);
  ctx.lineTo(bbox.left + bbox.width, y);
  ctx.stroke();
  ctx.fillStyle = colours.ink;
  ctx.font = `600 ${12 * size}px "Archivo Variable", Archivo, sans-serif`;
  ctx.textBaseline = "middle";
  ctx.fillText(word, bbox.left + bbox.width + 6 * size, y);
  ctx.restore();
}
