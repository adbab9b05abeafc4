const DAY_MS = 86_400_000;

interface WhenOptions {
  /** The moment to speak from. */
  now: Date;
  locale: string;
  timeZone: string;
  /** Words for the two nearest days, in the reader's language. */
  words: { today: string; yesterday: string };
}

/** `16:30` today, `ayer 15:23`, `3 nov` in this year, `24/11/2025` before: the short form of lists. */
export function formatWhen(at: Date, options: WhenOptions): string {
  const { now, locale, timeZone, words } = options;
  const days = dayNumber(now, timeZone) - dayNumber(at, timeZone);
  const time = formatTime(at, locale, timeZone);
  if (days === 0) return time;
  if (days === 1) return `${words.yesterday} ${time}`;
  const sameYear = yearOf(at, timeZone) === yearOf(now, timeZone);
  if (!sameYear) return formatDate(at, locale, timeZone);
  return new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", timeZone })
    .format(at)
    .replace(".", "");
}

/** `hoy 08:48`, `ayer 15:23`, otherwise the date and time: the form of a conversation. */
export function formatWhenWithDay(at: Date, options: WhenOptions): string {
  const days = dayNumber(options.now, options.timeZone) - dayNumber(at, options.timeZone);
  if (days === 0) return `${options.words.today} ${formatTime(at, options.locale, options.timeZone)}`;
  if (days === 1) return formatWhen(at, options);
  return `${formatDate(at, options.locale, options.timeZone)} ${formatTime(at, options.locale, options.timeZone)}`;
}

/** 24-hour `16:30`. */
export function formatTime(at: Date, locale: string, timeZone: string): string {
  return cached(locale, { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone }).format(at);
}

/** `16:30:08`: for the moment something was last known. */
export function formatTimeWithSeconds(at: Date, locale: string, timeZone: string): string {
  const parts = { hour: "2-digit", minute: "2-digit", second: "2-digit" } as const;
  return cached(locale, { ...parts, hourCycle: "h23", timeZone }).format(at);
}

/** `24/11/2026`. */
export function formatDate(at: Date, locale: string, timeZone: string): string {
  return cached(locale, { day: "2-digit", month: "2-digit", year: "numeric", timeZone }).format(at);
}

/** The exact instant with its zone, for hover and focus. */
export function formatExact(at: Date, locale: string, timeZone: string): string {
  return cached(locale, { dateStyle: "full", timeStyle: "long", timeZone }).format(at);
}

function dayNumber(at: Date, timeZone: string): number {
  const [year, month, day] = cached("en-CA", {
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    timeZone,
  })
    .format(at)
    .split("-")
    .map(Number);
  return Math.floor(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1) / DAY_MS);
}

function yearOf(at: Date, timeZone: string): string {
  return cached("en-CA", { year: "numeric", timeZone }).format(at);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function cached(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) {
    format = new Intl.DateTimeFormat(locale, options);
    formats.set(key, format);
  }
  return format;
}
