import type { CallSegment } from "@vera/contracts/voice";

export interface RibbonPart {
  key: string;
  kind: CallSegment["kind"];
  ms: number;
  running: boolean;
}

/** The offer's seconds are inside the queue's for the citizen; a slice this short would only be noise. */
const NOISE_MS = 1000;

/** Slices in order of time; those of the same kind that touch are one; the ringing at agents is left out. */
export function ribbonSegments(segments: readonly CallSegment[], now: number): RibbonPart[] {
  const parts: RibbonPart[] = [];
  const ordered = [...segments].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  for (const segment of ordered) {
    if (segment.kind === "offer") continue;
    const running = segment.endedAt === null;
    const end = segment.endedAt === null ? now : Date.parse(segment.endedAt);
    const ms = Math.max(0, end - Date.parse(segment.startedAt));
    const last = parts.at(-1);
    if (last?.kind === segment.kind && !last.running) {
      last.ms += ms;
      last.running = running;
    } else if (running || ms >= NOISE_MS) {
      parts.push({ key: segment.startedAt + segment.kind, kind: segment.kind, ms, running });
    }
  }
  return parts;
}
