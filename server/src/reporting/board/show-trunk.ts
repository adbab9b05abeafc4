import type { BoardTrunk } from "@vera/contracts/board";
import type { CatalogueTrunk } from "../catalogue.ts";
import type { Day } from "./day.ts";

const HOUR_MS = 3_600_000;
const REACHED: readonly string[] = ["answered", "busy", "no-answer", "rejected", "cancelled"];

/** Both ratios since the full hour; the same rules as kpis/asr and kpis/ner. */
export function showTrunk(
  day: Day,
  { trunk, busy, nowMs }: { trunk: CatalogueTrunk; busy: number; nowMs: number },
): BoardTrunk {
  const hourStart = day.startMs + Math.floor((nowMs - day.startMs) / HOUR_MS) * HOUR_MS;
  const ofHour = [...(day.seizures.get(trunk.id)?.values() ?? [])].filter(
    (seizure) => Date.parse(seizure.started_at) >= hourStart,
  );
  const share = (matches: (outcome: string) => boolean) => ({
    numerator: ofHour.filter((seizure) => matches(seizure.outcome)).length,
    denominator: ofHour.length,
  });
  return {
    name: trunk.name,
    busy,
    capacity: trunk.capacity,
    asrHour: share((outcome) => outcome === "answered"),
    nerHour: share((outcome) => REACHED.includes(outcome)),
  };
}
