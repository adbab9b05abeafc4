import { misspell, withoutAccents } from "./names/spoil.ts";
import type { Random } from "./random.ts";
import { phoneIn, type SyntheticPerson } from "./synthetic-person.ts";

export interface SpoiltRecord {
  readonly record: SyntheticPerson;
  /** Names of what differs from the truth: "familyName.misspelt", "document.missing". */
  readonly errors: readonly string[];
}

type Change = readonly [
  share: number,
  error: string,
  change: (person: SyntheticPerson, random: Random) => Partial<SyntheticPerson>,
];

/** How the second record of one person differs from the first, in the shares in which clerks make such errors. */
const CHANGES: readonly Change[] = [
  [0.2, "familyName.misspelt", (p, r) => ({ familyName: oneWord(p.familyName, r) })],
  [0.15, "givenName.misspelt", (p, r) => ({ givenName: oneWord(p.givenName, r) })],
  [0.3, "givenName.first-only", (p) => ({ givenName: p.givenName.split(" ")[0] ?? p.givenName })],
  [0.04, "names.swapped", (p) => ({ givenName: p.familyName, familyName: p.givenName })],
  [
    0.5,
    "names.unaccented",
    (p) => ({ givenName: withoutAccents(p.givenName), familyName: withoutAccents(p.familyName) }),
  ],
  [0.25, "document.missing", () => ({ document: "", cuil: "" })],
  [0.08, "document.digit", (p, r) => ({ document: wrongDigit(p.document, r), cuil: "" })],
  [0.5, "cuil.missing", () => ({ cuil: "" })],
  [0.2, "birthOn.missing", () => ({ birthOn: "" })],
  [0.05, "birthOn.slipped", (p, r) => ({ birthOn: wrongDay(p.birthOn, r) })],
  [0.35, "phone.changed", (p, r) => ({ phone: phoneIn(p.town, r), line: "mobile" })],
  [0.15, "phone.missing", () => ({ phone: "", line: "" })],
  [0.4, "email.missing", () => ({ email: "" })],
  [0.2, "address.moved", (p, r) => ({ houseNumber: r.between(1, 4_000), street: `${p.street} Bis` })],
];

export function duplicateOf(person: SyntheticPerson, random: Random): SpoiltRecord {
  let record = person;
  const errors: string[] = [];
  for (const [share, error, change] of CHANGES) {
    if (!random.chance(share)) continue;
    record = { ...record, ...change(record, random) };
    errors.push(error);
  }
  return { record, errors };
}

/** The first record of somebody, as it was taken down: now and then a slip in a name. */
export function takenDown(person: SyntheticPerson, random: Random): SpoiltRecord {
  if (!random.chance(0.012)) return { record: person, errors: [] };
  return random.chance(0.6)
    ? {
        record: { ...person, familyName: oneWord(person.familyName, random) },
        errors: ["familyName.misspelt"],
      }
    : { record: { ...person, givenName: oneWord(person.givenName, random) }, errors: ["givenName.misspelt"] };
}

function oneWord(name: string, random: Random): string {
  const words = name.split(" ");
  const at = random.below(words.length);
  return words.map((word, n) => (n === at ? misspell(word, random) : word)).join(" ");
}

function wrongDigit(document: string, random: Random): string {
  if (document === "") return "";
  const at = random.between(1, document.length - 1);
  const digit = (Number(document[at]) + random.between(1, 9)) % 10;
  return document.slice(0, at) + digit + document.slice(at + 1);
}

/** Day and month changed over where that gives a date, otherwise a day beside. */
function wrongDay(birthOn: string, random: Random): string {
  if (birthOn === "") return "";
  const [year, month, day] = birthOn.split("-") as [string, string, string];
  if (Number(day) <= 12 && day !== month) return `${year}-${day}-${month}`;
  const beside = (Number(day) % 28) + 1;
  return random.chance(0.5)
    ? `${year}-${month}-${String(beside).padStart(2, "0")}`
    : `${Number(year) + 1}-${month}-${day}`;
}
