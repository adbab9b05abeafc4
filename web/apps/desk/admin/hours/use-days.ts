import { useTranslation } from "../../../../shared/i18n/use-translation.ts";

/** Calendar days in words: they have no zone, so they are told in UTC. */
export function useDays() {
  const { locale } = useTranslation();
  const long = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
    timeZone: "UTC",
  });
  const day = (text: string): string => long.format(new Date(`${text}T00:00:00Z`));
  return {
    day,
    range: (first: string, last: string): string =>
      first === last
        ? day(first)
        : long.formatRange(new Date(`${first}T00:00:00Z`), new Date(`${last}T00:00:00Z`)),
  };
}
