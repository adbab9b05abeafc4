import { numberInWords } from "./number-in-words.ts";

/** The names of the letters (Ortografía de la lengua española, RAE 2010), as a voice must be told them. */
const LETTERS: Readonly<Record<string, string>> = {
  A: "a",
  B: "be",
  C: "ce",
  D: "de",
  E: "e",
  F: "efe",
  G: "ge",
  H: "hache",
  I: "i",
  J: "jota",
  K: "ka",
  L: "ele",
  M: "eme",
  N: "ene",
  Ñ: "eñe",
  O: "o",
  P: "pe",
  Q: "cu",
  R: "erre",
  S: "ese",
  T: "te",
  U: "u",
  V: "ve corta",
  W: "doble ve",
  X: "equis",
  Y: "i griega",
  Z: "zeta",
};

/** Each character by its name; what has no name (dashes, spaces) parts one group from the next. */
export function spell(code: string): string[][] {
  return code
    .toUpperCase()
    .normalize("NFC")
    .split(/[^A-ZÑ0-9]+/)
    .filter((group) => group !== "")
    .map((group) => [...group].map((character) => LETTERS[character] ?? numberInWords(Number(character))));
}

/** Every name that `spell` may give, to be voiced beforehand. */
export function allNames(): string[] {
  return [...Object.values(LETTERS), ...Array.from({ length: 10 }, (_, digit) => numberInWords(digit))];
}
