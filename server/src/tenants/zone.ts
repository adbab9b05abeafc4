import { Temporal } from "temporal-polyfill";
import { DomainError } from "../platform/index.ts";

/** The zone itself; DomainError "invalid" where the time zone database has no such name. */
export function requireZone(zone: string): string {
  try {
    Temporal.Now.zonedDateTimeISO(zone);
    return zone;
  } catch (cause) {
    throw new DomainError(
      "invalid",
      `There is no time zone "${zone}"; use a name such as America/Argentina/Buenos_Aires`,
      {
        key: "unknownZone",
        params: { zone },
        cause,
      },
    );
  }
}

/** The calendar day (`YYYY-MM-DD`) of an instant in a zone. */
export function dayIn(zone: string, at: Date): string {
  return Temporal.Instant.fromEpochMilliseconds(at.getTime())
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}
