import type { Interval } from "@vera/contracts/reporting";
import { Temporal } from "temporal-polyfill";
import { DomainError } from "../../platform/index.ts";

const MINUTES = { "15m": 15, "30m": 30, "60m": 60 } as const;
/** More rows than anybody reads; a longer period takes a coarser interval. */
const MOST = 3_000;

export interface Period {
  readonly from: Date;
  readonly to: Date;
  readonly zone: string;
}

/**
 * The starts of the intervals that the period touches, and the end of the last. Intervals are cut at round local
 * times of the zone, so that a day is the zone's day and a half hour begins at :00 or :30 on its clocks, also where
 * the zone's offset is not a whole hour. On a day with a clock change a day has 23 or 25 hours.
 */
export function intervalBorders(interval: Interval, { from, to, zone }: Period): Date[] {
  checkPeriod({ from, to, zone });
  const borders: Date[] = [];
  let at = startOf(interval, Temporal.Instant.fromEpochMilliseconds(from.getTime()).toZonedDateTimeISO(zone));
  for (;;) {
    borders.push(new Date(at.epochMilliseconds));
    if (at.epochMilliseconds >= to.getTime()) return borders;
    if (borders.length > MOST) {
      throw new DomainError(
        "invalid",
        `More than ${MOST} intervals: choose a shorter period or a longer interval`,
        {
          key: "tooManyIntervals",
          params: { most: MOST },
        },
      );
    }
    at = interval === "day" ? at.add({ days: 1 }).startOfDay() : at.add({ minutes: MINUTES[interval] });
  }
}

function startOf(interval: Interval, at: Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (interval === "day") return at.startOfDay();
  const late = at.minute % MINUTES[interval];
  return at.round({ smallestUnit: "minute", roundingMode: "floor" }).subtract({ minutes: late });
}

function checkPeriod({ from, to, zone }: Period): void {
  if (!(from < to)) {
    throw new DomainError("invalid", "The period ends before it begins: `from` must be earlier than `to`", {
      key: "periodBackwards",
    });
  }
  try {
    Temporal.Now.zonedDateTimeISO(zone);
  } catch (cause) {
    throw new DomainError(
      "invalid",
      `"${zone}" is no time zone; use a name such as America/Argentina/Buenos_Aires`,
      {
        key: "zoneUnknown",
        params: { zone },
        cause,
      },
    );
  }
}
