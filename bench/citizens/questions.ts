import { nameWords } from "../../server/src/citizens/normalize-name.ts";
import { asSystem, many, type Platform, sql } from "../../server/src/platform/index.ts";
import { misspell } from "../../server/src/synthetic/names/spoil.ts";
import { Random } from "../../server/src/synthetic/random.ts";

export const NAME_KINDS = ["typo", "swapped", "partial"] as const;
export type NameKind = (typeof NAME_KINDS)[number];

export interface NameQuestion {
  readonly q: string;
  readonly citizenId: string;
  /** What the person's name must have to be what was meant: LIKE patterns over the normalised name. */
  readonly meant: readonly [string, string];
}

export interface Person {
  readonly id: string;
  readonly givenName: string;
  readonly familyName: string;
  readonly dni: string | null;
  readonly phone: string | null;
}

/** People from all over the register, the same at each run. */
export async function somePeople(platform: Platform, rows: number, count: number): Promise<Person[]> {
  const percent = Math.min(100, (count / rows) * 130);
  return await asSystem(platform, "bench", (ctx) =>
    many<Person>(
      ctx,
      sql`
        select c.id, c.given_name as "givenName", c.family_name as "familyName",
          (select value from citizens.identifier i where i.citizen_id = c.id and i.kind = 'dni' limit 1) as dni,
          (select value from citizens.contact_point p where p.citizen_id = c.id and p.kind = 'phone' limit 1) as phone
        from citizens.citizen c tablesample bernoulli (${percent}) repeatable (7)
        limit ${count}`,
    ),
  );
}

export function nameQuestions(people: readonly Person[], kind: NameKind): NameQuestion[] {
  const random = new Random(kind.length);
  return people.flatMap((person) => {
    const given = nameWords(person.givenName)[0] ?? "";
    const family = nameWords(person.familyName)[0] ?? "";
    if (given.length < 3 || family.length < 4 || given === family) return [];
    return [{ citizenId: person.id, ...asked(kind, { given, family }, random) }];
  });
}

function asked(
  kind: NameKind,
  { given, family }: { given: string; family: string },
  random: Random,
): Pick<NameQuestion, "q" | "meant"> {
  const whole = [`% ${given} %`, `% ${family} %`] as const;
  if (kind === "swapped") return { q: `${family.toUpperCase()} ${given}`, meant: whole };
  if (kind === "typo") {
    const inFamily = given.length < 4 || random.chance(0.6);
    const q = inFamily ? `${given} ${misspell(family, random)}` : `${misspell(given, random)} ${family}`;
    return { q, meant: whole };
  }
  const beginning = family.slice(0, Math.max(3, Math.ceil(family.length * 0.6)));
  return { q: `${beginning} ${given}`, meant: [`% ${given} %`, `% ${beginning}%`] };
}
