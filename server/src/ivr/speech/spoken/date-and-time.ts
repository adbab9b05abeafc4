import { numberInWords } from "./number-in-words.ts";

const DAYS = ["domingo", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado"];
const MONTHS =
  "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre".split(" ");
const DATE = /^(\d{4})-(\d{2})-(\d{2})/;
const TIME = /^(\d{1,2}):(\d{2})/;

/** "2026-11-23" → "lunes veintitrés de noviembre". Undefined for what is no date. */
export function dateInWords(isoDate: string): string | undefined {
  const [, year, month, day] = DATE.exec(isoDate) ?? [];
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  const name = MONTHS[Number(month) - 1];
  if (name === undefined || Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day))
    return undefined;
  const number = Number(day) === 1 ? "primero" : numberInWords(Number(day));
  return `${DAYS[date.getUTCDay()]} ${number} de ${name}`;
}

/** "13:30" → "la una y media de la tarde", as people say the time. Undefined for what is no time. */
export function timeInWords(clock: string): string | undefined {
  const [, hourText, minuteText] = TIME.exec(clock) ?? [];
  const hour = Number(hourText) % 24;
  const minute = Number(minuteText);
  if (hourText === undefined || Number(hourText) > 24 || minute > 59) return undefined;
  if (minute === 0 && hour === 0) return "las doce de la noche";
  if (minute === 0 && hour === 12) return "las doce del mediodía";
  const twelve = hour % 12 === 0 ? 12 : hour % 12;
  const words = twelve === 1 ? "la una" : `las ${numberInWords(twelve)}`;
  return `${words}${minutes(minute)} ${partOfDay(hour)}`;
}

function minutes(minute: number): string {
  if (minute === 0) return "";
  if (minute === 15) return " y cuarto";
  if (minute === 30) return " y media";
  return ` y ${numberInWords(minute)}`;
}

function partOfDay(hour: number): string {
  if (hour < 6) return "de la madrugada";
  if (hour < 13) return "de la mañana";
  return hour < 20 ? "de la tarde" : "de la noche";
}
