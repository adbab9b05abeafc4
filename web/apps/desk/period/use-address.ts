import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { dayOf } from "../../../shared/format/zoned-day.ts";
import { ZONE } from "../../../shared/i18n/use-formats.ts";
import { serverNow } from "../../../shared/ui/use-now.ts";
import { type Period, type PeriodChoice, periodRange, readPeriod } from "./period.ts";

/** What a page shows, kept in the address, so that it can be sent to somebody and the browser goes back to it. */
export function useAddress(otherwise: Period) {
  const [search, setSearch] = useSearchParams();
  const choice = readPeriod(search, otherwise);
  const today = dayOf(new Date(serverNow()), ZONE);
  const { period, from, to } = choice;
  const range = useMemo(
    () => periodRange({ period, from, to }, new Date(`${today}T15:00:00Z`), ZONE),
    [period, from, to, today],
  );
  const set = (change: Record<string, string | null>): void =>
    setSearch(
      (before) => {
        for (const [name, value] of Object.entries(change)) {
          if (value === null || value === "") before.delete(name);
          else before.set(name, value);
        }
        return before;
      },
      { replace: true },
    );
  return { search, set, choice, range, choosePeriod: (next: PeriodChoice) => set({ ...next }) };
}
