/** `4:12` or `1:04:12`; never negative, so that a browser clock a little behind the server shows 0:00. */
export function formatClock(ms: number): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const seconds = String(total % 60).padStart(2, "0");
  const minutes = Math.floor(total / 60) % 60;
  const hours = Math.floor(total / 3600);
  return hours > 0 ? `${hours}:${String(minutes).padStart(2, "0")}:${seconds}` : `${minutes}:${seconds}`;
}

/** `4 minutos 12 segundos`: what a screen reader says of a clock. */
export function clockInWords(ms: number, locale: string): string {
  const total = Math.max(0, Math.floor(ms / 1000));
  const parts: [number, "hour" | "minute" | "second"][] = [
    [Math.floor(total / 3600), "hour"],
    [Math.floor(total / 60) % 60, "minute"],
    [total % 60, "second"],
  ];
  const said = parts.filter(([value, unit]) => value > 0 || (unit === "second" && total === 0));
  return said.map(([value, unit]) => unitFormat(locale, unit, "long").format(value)).join(" ");
}

/** `4 h 48 min`, `52 s`: a length inside a sentence; the two largest units. */
export function formatDuration(ms: number): string {
  const total = Math.max(0, Math.round(ms / 1000));
  const units: [number, string][] = [
    [Math.floor(total / 3600), "h"],
    [Math.floor(total / 60) % 60, "min"],
    [total % 60, "s"],
  ];
  const first = units.findIndex(([value]) => value > 0);
  if (first < 0) return "0\u00a0s";
  const shown = units.slice(first, first + 2).filter(([value], index) => index === 0 || value > 0);
  return shown.map(([value, unit]) => `${value}\u00a0${unit}`).join(" ");
}

const formats = new Map<string, Intl.NumberFormat>();

function unitFormat(locale: string, unit: string, unitDisplay: "long" | "short"): Intl.NumberFormat {
  const key = `${locale} ${unit} ${unitDisplay}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { style: "unit", unit, unitDisplay });
    formats.set(key, format);
  }
  return format;
}
