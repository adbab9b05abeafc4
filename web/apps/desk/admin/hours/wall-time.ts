/** Minutes of a day; `24:00` is its end. */
const DAY = 1440;

/** "7", "730", "7:30", "07.30", "24" → "HH:MM"; null for what is no time of the day. */
export function readWallTime(typed: string): string | null {
  const text = typed.trim().replace(/\s*(h|hs|hrs?)\.?$/i, "");
  const parts =
    /^(\d{1,2})[:.h](\d{2})$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text) ?? /^(\d{1,2})$/.exec(text);
  if (!parts) return null;
  const [hours, minutes] = [Number(parts[1]), Number(parts[2] ?? 0)];
  const at = hours * 60 + minutes;
  return minutes < 60 && at <= DAY ? wallTime(at) : null;
}

export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(":").map(Number);
  return (hours ?? 0) * 60 + (minutes ?? 0);
}

function wallTime(minutes: number): string {
  const two = (value: number): string => String(value).padStart(2, "0");
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
