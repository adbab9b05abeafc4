import type { Town } from "../citizens/index.ts";
import { TOWNS } from "../citizens/index.ts";
import { FAMILY_NAMES } from "./names/family-names.ts";
import { givenNames, type Sex } from "./names/given-names.ts";
import { STREETS } from "./places/streets.ts";
import { type Random, Weighted } from "./random.ts";

export interface SyntheticPerson {
  readonly sex: Sex;
  readonly familyName: string;
  readonly givenName: string;
  /** YYYY-MM-DD; empty where a record lacks it. */
  readonly birthOn: string;
  readonly document: string;
  readonly cuil: string;
  /** Ten digits. */
  readonly phone: string;
  readonly line: "mobile" | "fixed" | "";
  readonly email: string;
  readonly street: string;
  readonly houseNumber: number;
  readonly town: Town;
}

/** Who lives together shares a family name, a house and often a telephone: what must never merge two people. */
export interface Household {
  readonly familyName: string;
  readonly street: string;
  readonly houseNumber: number;
  readonly town: Town;
  readonly phone: string;
}

const towns = new Weighted(TOWNS, ({ people }) => people);
/** People by year of birth, as a slowly growing population of the region has them. */
const YEARS = Array.from({ length: 93 }, (_, n) => 1932 + n);
const years = new Weighted(YEARS, (year) => Math.min(1, (year - 1922) / 45) * (year > 2015 ? 0.8 : 1));
/** Document numbers follow the year in which they were given out: year of birth, number. */
const DOCUMENTS: readonly (readonly [number, number])[] = [
  [1930, 2_500_000],
  [1940, 5_000_000],
  [1950, 8_100_000],
  [1960, 14_000_000],
  [1970, 21_300_000],
  [1980, 28_000_000],
  [1990, 35_000_000],
  [2000, 42_600_000],
  [2010, 50_400_000],
  [2020, 58_200_000],
  [2026, 62_500_000],
];

/** Numbers are given out once; the state of one generator. */
export class Documents {
  readonly #given = new Uint8Array(70_000_000 / 8);

  next(year: number, random: Random): number {
    let number = Math.round(documentOf(year + random.next()) + (random.next() - 0.5) * 500_000);
    while (this.#isGiven(number)) number += 1;
    this.#given[number >> 3] = (this.#given[number >> 3] ?? 0) | (1 << (number & 7));
    return number;
  }

  #isGiven(number: number): boolean {
    return ((this.#given[number >> 3] ?? 0) & (1 << (number & 7))) !== 0;
  }
}

function documentOf(year: number): number {
  const next = Math.max(
    1,
    DOCUMENTS.findIndex(([until]) => until > year),
  );
  const [fromYear, from] = DOCUMENTS[next - 1] ?? [1930, 2_500_000];
  const [toYear, to] = DOCUMENTS[next] ?? [2026, 62_500_000];
  return from + ((year - fromYear) / (toYear - fromYear)) * (to - from);
}

export function newHousehold(random: Random): Household {
  const town = towns.pick(random);
  return {
    familyName: FAMILY_NAMES.pick(random),
    street: STREETS.pick(random),
    houseNumber: random.between(1, town.people > 50_000 ? 8_900 : 2_400),
    town,
    phone: random.chance(0.5) ? phoneIn(town, random) : "",
  };
}

export function newPerson(random: Random, home: Household, documents: Documents): SyntheticPerson {
  const year = years.pick(random);
  const sex: Sex = random.chance(0.51) ? "f" : "m";
  const document = String(documents.next(year, random));
  const familyName = random.chance(0.75) ? home.familyName : FAMILY_NAMES.pick(random);
  const givenName = givenNameOf(random, year, sex);
  const shared = home.phone !== "" && random.chance(0.35);
  const phone = shared ? home.phone : random.chance(0.85) ? phoneIn(home.town, random) : "";
  return {
    sex,
    familyName: random.chance(0.1) ? `${familyName} ${FAMILY_NAMES.pick(random)}` : familyName,
    givenName,
    birthOn: `${year}-${two(random.between(1, 12))}-${two(random.between(1, 28))}`,
    document,
    cuil: cuilOf(document, sex),
    phone,
    line: phone === "" ? "" : shared ? "fixed" : "mobile",
    email: random.chance(0.42) ? emailOf(random, givenName, familyName, year) : "",
    street: home.street,
    houseNumber: home.houseNumber,
    town: home.town,
  };
}

function givenNameOf(random: Random, year: number, sex: Sex): string {
  const names = givenNames(year, sex);
  const first = names.pick(random);
  const second = random.chance(0.68) ? names.pick(random) : first;
  return second === first ? first : `${first} ${second}`;
}

/** Ten digits, as the numbering plan has them: area and subscriber; subscribers never begin with 0 or 1. */
export function phoneIn({ areaCode }: Town, random: Random): string {
  return areaCode + random.between(4, 6) + random.digits(9 - areaCode.length);
}

function emailOf(random: Random, givenName: string, familyName: string, year: number): string {
  const plain = (text: string) =>
    (text.split(" ")[0] ?? "")
      .normalize("NFD")
      .replace(/[^a-zA-Z]/g, "")
      .toLowerCase();
  const tail = random.chance(0.5) ? String(year).slice(2) : random.digits(random.between(1, 4));
  return `${plain(givenName)}.${plain(familyName)}${tail}@${random.pick(["correo", "mensajes", "casilla"])}.example`;
}

/** Type, document in eight digits, check digit modulo 11; 10 as a check digit changes the type to 23 (Res. ANSES). */
export function cuilOf(document: string, sex: Sex): string {
  const type = sex === "m" ? "20" : "27";
  const body = type + document.padStart(8, "0");
  const check = checkDigit(body);
  if (check < 10) return body + check;
  return `23${document.padStart(8, "0")}${sex === "m" ? 9 : 4}`;
}

const CUIL_WEIGHTS = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2];

function checkDigit(body: string): number {
  let sum = 0;
  for (const [n, weight] of CUIL_WEIGHTS.entries()) sum += Number(body[n]) * weight;
  const check = 11 - (sum % 11);
  return check === 11 ? 0 : check;
}

function two(number: number): string {
  return String(number).padStart(2, "0");
}
