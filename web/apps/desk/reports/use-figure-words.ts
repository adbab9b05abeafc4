import type { BothLocales, Kpi } from "@vera/contracts/reporting";
import { useMemo } from "react";
import { formatClock } from "../../../shared/format/clock.ts";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";

/** How the values of a figure are written, and its names in the reader's language. */
export function useFigureWords(unit: Kpi["unit"]) {
  const { locale } = useTranslation();
  const formats = useFormats();
  return useMemo(() => {
    const clock = (seconds: number): string => formatClock(Math.round(seconds) * 1000);
    return {
      in: (words: BothLocales): string => words[locale === "en" ? "en" : "es"],
      value: (value: number | null): string => {
        if (value === null) return "–";
        if (unit === "share") return formats.share(value);
        return unit === "seconds" ? clock(value) : formats.count(value);
      },
      /** A target or a mark of an axis: round numbers. */
      target: (value: number): string =>
        unit === "share"
          ? formats.share(value, Math.abs(Math.round(value * 100) - value * 100) < 1e-6 ? 0 : 1)
          : unit === "seconds"
            ? clock(value)
            : formats.count(value),
      /** Numerators of figures in seconds are sums of seconds. */
      numerator: (sum: number): string => (unit === "seconds" ? clock(sum) : formats.count(Math.round(sum))),
      denominator: (sum: number): string => formats.count(Math.round(sum)),
    };
  }, [unit, locale, formats]);
}
