import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { LegalOwner, RulePlace } from "@vera/contracts/competence";
import fc from "fast-check";
import {
  type Book,
  competentOffice,
  keyOf,
  type Offices,
  type Question,
  type Rule,
} from "./competent-office.ts";

const NOWHERE: RulePlace = { locality: null, department: null, localityCode: null };
const VERA: RulePlace = { ...NOWHERE, locality: "Vera" };
let made = 0;
const rule = (more: Partial<Rule>): Rule => ({
  id: `rule-${++made}`,
  topicId: null,
  place: NOWHERE,
  legalOwner: null,
  officeId: "office",
  norm: "Ley 2.756",
  sentence: "Lo atiende esa oficina",
  secondInstance: null,
  ...more,
});
const bookOf = (...rules: Rule[]): Book => ({
  rules: new Map(rules.map((one) => [keyOf(one), one])),
  fallbackOfficeId: "coordination",
});
const question = (more: Partial<Question>): Question => ({
  topicPath: ["lamp", "lighting", "municipal"],
  place: VERA,
  legalOwner: null,
  providerClaim: null,
  ...more,
});
const everyOffice: Offices = { localOfficeId: "vera-works", takesTickets: () => true };

describe("who is competent", () => {
  const book = bookOf(
    rule({ topicId: "lighting", officeId: null }),
    rule({ topicId: "lighting", place: { ...VERA, department: "Vera" }, officeId: "vera-lamps" }),
    rule({ topicId: "municipal", legalOwner: "company", officeId: "epe" }),
    rule({
      topicId: "regulator",
      officeId: "enress",
      secondInstance: { provider: "ASSA", firstOfficeId: "assa", sentence: "Primero ASSA" },
    }),
  );
  const officeFor = (more: Partial<Question>, offices = everyOffice) =>
    competentOffice(book, question(more), offices).officeId;

  test("a street light is the local government's, found by the place", () => {
    assert.equal(officeFor({}), "vera-works");
  });

  test("whose the thing is decides before how well its topic is known", () => {
    assert.equal(officeFor({ legalOwner: "company" }), "epe");
  });

  test("a place known better finds the rule made for it, whatever its accents and capitals", () => {
    const place = { locality: "VÉRA", department: "vera", localityCode: null };
    assert.equal(officeFor({ place }), "vera-lamps");
  });

  test("an organism that is not here, an office that is closed and an unknown topic come to the coordinator", () => {
    assert.equal(officeFor({}, { ...everyOffice, localOfficeId: null }), "coordination");
    assert.equal(
      officeFor({ legalOwner: "company" }, { localOfficeId: null, takesTickets: (id) => id !== "epe" }),
      "coordination",
    );
    assert.equal(officeFor({ topicPath: ["nobody-s"] }), "coordination");
  });

  test("a regulator asks for the provider's claim number; without it the provider comes first", () => {
    const asked = question({ topicPath: ["regulator"] });
    const first = competentOffice(book, asked, everyOffice);
    assert.deepEqual([first.officeId, first.firstInstance], ["assa", true]);
    const second = competentOffice(book, { ...asked, providerClaim: "88213" }, everyOffice);
    assert.deepEqual([second.officeId, second.firstInstance], ["enress", false]);
  });
});

const OWNERS = ["nation", "province", "municipality", "company", "private"] as const;
const topic = fc.constantFrom("a", "a.b", "a.b.c", "a.d", "e");
const placeOf = fc.record({
  locality: fc.constantFrom(null, "Vera", "Margarita"),
  department: fc.constantFrom(null, "Vera", "General Obligado"),
  localityCode: fc.constantFrom(null, "82133", "82134"),
});
const office = fc.constantFrom("one", "two", "three", "closed", null);
const anyRule = fc.record({
  topicId: fc.option(topic),
  place: placeOf,
  legalOwner: fc.option(fc.constantFrom<LegalOwner>(...OWNERS)),
  officeId: office,
  secondInstance: fc.constantFrom(null, { provider: "P", firstOfficeId: "first", sentence: "Primero P" }),
});
const anyQuestion = fc.record({
  topicPath: topic.map((name) => {
    const parts = name.split(".");
    return parts.map((_part, index) => parts.slice(0, parts.length - index).join("."));
  }),
  place: placeOf,
  legalOwner: fc.option(fc.constantFrom<LegalOwner>(...OWNERS)),
  providerClaim: fc.constantFrom(null, "1"),
});
const world: Offices = { localOfficeId: "local", takesTickets: (id) => id !== "closed" };

/** Scans every rule that fits and sorts them: slow, and written without keys. */
function slowAnswers(rules: readonly Rule[], asked: Question): { officeId: string; rank: number[] }[] {
  const depth = (one: Rule) => (one.topicId === null ? 99 : asked.topicPath.indexOf(one.topicId));
  const where = ({ place }: Rule) =>
    place.localityCode
      ? 0
      : place.locality && place.department
        ? 1
        : place.locality
          ? 2
          : place.department
            ? 3
            : 4;
  const fits = (one: Rule) => {
    if (one.topicId !== null && depth(one) < 0) return false;
    if (one.legalOwner !== null && one.legalOwner !== asked.legalOwner) return false;
    // A rule is found by the most particular thing that it says of its place.
    if (one.place.localityCode) return one.place.localityCode === asked.place.localityCode;
    if (one.place.locality && one.place.locality !== asked.place.locality) return false;
    return !one.place.department || one.place.department === asked.place.department;
  };
  return rules
    .filter(fits)
    .map((one) => ({
      officeId:
        one.secondInstance && asked.providerClaim === null
          ? one.secondInstance.firstOfficeId
          : (one.officeId ?? "local"),
      rank: [one.legalOwner === null ? 1 : 0, depth(one), where(one)],
    }))
    .filter(({ officeId }) => world.takesTickets(officeId))
    .sort((one, other) => one.rank.reduce((sum, value, n) => sum || value - (other.rank[n] ?? 0), 0));
}

test("never two owners, never none: one office for any rules and question, in whatever order the rules stand", () => {
  fc.assert(
    fc.property(
      fc.array(anyRule, { maxLength: 25 }),
      anyQuestion,
      fc.infiniteStream(fc.nat()),
      (given, asked, dice) => {
        const distinct = [...new Map(given.map((one) => [keyOf(one), rule(one)])).values()];
        const { officeId, rule: by } = competentOffice(bookOf(...distinct), asked, world);
        assert.ok(officeId !== "closed" && officeId.length > 0);
        const shuffled = distinct
          .map((one) => ({ one, at: dice.next().value as number }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one);
        assert.equal(competentOffice(bookOf(...shuffled), asked, world).officeId, officeId);
        const [best, second] = slowAnswers(distinct, asked);
        assert.equal(officeId, best?.officeId ?? "coordination");
        assert.equal(by === null, best === undefined);
        if (second) assert.notDeepEqual(second.rank, best?.rank, "two rules of equal right");
      },
    ),
    { numRuns: 2000 },
  );
});
