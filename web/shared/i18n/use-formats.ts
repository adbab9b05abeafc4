import { useMemo } from "react";
import { formatBytes, formatCount, formatShare } from "../format/number.ts";
import { formatDate, formatExact, formatTime, formatWhen, formatWhenWithDay } from "../format/when.ts";
import { serverNow } from "../ui/use-now.ts";
import { useTranslation } from "./use-translation.ts";

/** The zone of the centre; named on the screen where another one rules. */
export const ZONE = "America/Argentina/Buenos_Aires";

/** Dates, times and numbers in the reader's language. */
export function useFormats(timeZone: string = ZONE) {
  const { t, locale } = useTranslation();
  return useMemo(() => {
    const options = () => ({
      now: new Date(serverNow()),
      locale,
      timeZone,
      words: { today: t("ui.today"), yesterday: t("ui.yesterday") },
    });
    return {
      /** List form: "16:30", "ayer 15:23", "3 nov". */
      when: (at: string) => formatWhen(new Date(at), options()),
      /** "hoy 16:30". */
      whenWithDay: (at: string) => formatWhenWithDay(new Date(at), options()),
      time: (at: string) => formatTime(new Date(at), locale, timeZone),
      date: (at: string) => formatDate(new Date(at), locale, timeZone),
      exact: (at: string) => formatExact(new Date(at), locale, timeZone),
      count: (value: number) => formatCount(value, locale),
      share: (value: number | null, digits?: number) => formatShare(value, locale, digits),
      bytes: (value: number) => formatBytes(value, locale),
    };
  }, [t, locale, timeZone]);
}
