import { duplicateOf, takenDown } from "./duplicate-record.ts";
import { Random } from "./random.ts";
import {
  Documents,
  type Household,
  newHousehold,
  newPerson,
  type SyntheticPerson,
} from "./synthetic-person.ts";

export interface SyntheticRecord extends SyntheticPerson {
  /** Number of the record, from 1. */
  readonly record: number;
  /** Number of the person behind it: two records with one number are duplicates. */
  readonly person: number;
  readonly errors: readonly string[];
}

export interface RegisterSize {
  readonly count: number;
  readonly seed: number;
  /** Share of records that repeat somebody. */
  readonly duplicates: number;
}

/** So many people are remembered for repeating them: duplicates lie near each other in number, not in anything else. */
const REMEMBERED = 20_000;
const MORE_OF_A_HOUSEHOLD = 0.6;

/** A register of people who do not exist. The same size and seed give the same register. */
export function* syntheticRegister({ count, seed, duplicates }: RegisterSize): Generator<SyntheticRecord> {
  const random = new Random(seed);
  const documents = new Documents();
  const remembered: { person: number; truth: SyntheticPerson }[] = [];
  let home: Household = newHousehold(random);
  let people = 0;
  for (let record = 1; record <= count; record += 1) {
    if (remembered.length > 0 && random.chance(duplicates)) {
      const { person, truth } = random.pick(remembered);
      const { record: spoilt, errors } = duplicateOf(truth, random);
      yield { ...spoilt, record, person, errors };
      continue;
    }
    if (!random.chance(MORE_OF_A_HOUSEHOLD)) home = newHousehold(random);
    people += 1;
    const truth = newPerson(random, home, documents);
    const slot = people <= REMEMBERED ? remembered.length : random.below(REMEMBERED);
    remembered[slot] = { person: people, truth };
    const { record: written, errors } = takenDown(truth, random);
    yield { ...written, record, person: people, errors };
  }
}
