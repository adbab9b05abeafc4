import type { LegalOwner, RulePlace, SecondInstance } from "@vera/contracts/competence";
import { foldWords } from "../list/fold-words.ts";

/** A rule as the engine reads it; `norm` and `sentence` are carried, not read. */
export interface Rule {
  readonly id: string;
  readonly topicId: string | null;
  readonly place: RulePlace;
  readonly legalOwner: LegalOwner | null;
  /** null: the office of the local government of the place. */
  readonly officeId: string | null;
  readonly norm: string;
  readonly sentence: string;
  readonly secondInstance: SecondInstance | null;
}

/** Rules by the one key under which a question looks for them. */
export interface Book {
  readonly rules: ReadonlyMap<string, Rule>;
  readonly fallbackOfficeId: string;
}

export interface Question {
  /** From the topic itself to the root of its tree. */
  readonly topicPath: readonly string[];
  readonly place: RulePlace;
  readonly legalOwner: LegalOwner | null;
  /** The provider's number of the first claim; null: none. */
  readonly providerClaim: string | null;
}

/** What the engine may know of the world besides the book. */
export interface Offices {
  /** Of the local government of the question's place; null: it has none here, or the place is not known. */
  readonly localOfficeId: string | null;
  takesTickets(officeId: string): boolean;
}

export interface Competence {
  readonly officeId: string;
  /** null: no rule says it, the fallback takes it. */
  readonly rule: Rule | null;
  /** The rule's first instance has it, because the provider's claim number is missing. */
  readonly firstInstance: boolean;
}

/**
 * Exactly one office for every question. A question has few keys, from the most particular to the most general: whose
 * the thing is comes before what it is about, and that before where it is; the first key with a rule whose office takes
 * tickets decides. A book has one rule per key, so there are never two answers; its fallback answers what no rule does.
 */
export function competentOffice(book: Book, question: Question, offices: Offices): Competence {
  for (const key of keysOf(question)) {
    const rule = book.rules.get(key);
    if (!rule) continue;
    const firstInstance = rule.secondInstance !== null && question.providerClaim === null;
    const officeId = firstInstance
      ? rule.secondInstance?.firstOfficeId
      : (rule.officeId ?? offices.localOfficeId);
    if (officeId && offices.takesTickets(officeId)) return { officeId, rule, firstInstance };
  }
  return { officeId: book.fallbackOfficeId, rule: null, firstInstance: false };
}

/** Every office that may come up for these questions: to be looked up at once. */
export function officesInQuestion(book: Book, questions: readonly Question[]): string[] {
  const rules = questions.flatMap((question) => keysOf(question).map((key) => book.rules.get(key)));
  const ids = rules.flatMap((rule) => [rule?.officeId, rule?.secondInstance?.firstOfficeId]);
  return [...new Set([book.fallbackOfficeId, ...ids].filter((id) => id !== null && id !== undefined))];
}

/** The key of a rule: equal keys would be two owners for one matter. */
export function keyOf(rule: Pick<Rule, "topicId" | "place" | "legalOwner">): string {
  return joined(rule.legalOwner, rule.topicId, placeKeys(rule.place)[0] ?? ANY);
}

const ANY = "*";

function keysOf({ topicPath, place, legalOwner }: Question): string[] {
  const owners = legalOwner === null ? [null] : [legalOwner, null];
  const places = [...placeKeys(place), ANY];
  return owners.flatMap((owner) =>
    [...topicPath, null].flatMap((topicId) => places.map((where) => joined(owner, topicId, where))),
  );
}

function joined(owner: string | null, topicId: string | null, where: string): string {
  return `${owner ?? ANY} ${topicId ?? ANY} ${where}`;
}

/** How a place may be named in a rule, from the most to the least particular. */
function placeKeys({ localityCode, locality, department }: RulePlace): string[] {
  const [name, district] = [plain(locality), plain(department)];
  return [
    localityCode ? `code:${localityCode}` : null,
    name && district ? `in:${district}/${name}` : null,
    name ? `named:${name}` : null,
    district ? `district:${district}` : null,
  ].filter((key) => key !== null);
}

function plain(name: string | null): string | null {
  return name === null ? null : foldWords(name).join(" ") || null;
}
