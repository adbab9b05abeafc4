import type { Open311Attribute } from "@vera/contracts/open311";
import { Open311Refusal } from "./refusal.ts";

/** Longer answers belong in the description. */
const MOST_SIGNS = 2_000;

/** "What is the make? Ford" for each answer, in the order of the questions; refuses what the definition does not take. */
export function readAnswers(
  attributes: readonly Open311Attribute[],
  given: ReadonlyMap<string, readonly string[]>,
): string[] {
  const known = new Set(attributes.map(({ code }) => code));
  const stray = [...given.keys()].find((code) => !known.has(code));
  if (stray !== undefined) throw refuse(stray, "is no attribute of this service");
  return attributes.filter(({ variable }) => variable).flatMap((attribute) => answerTo(attribute, given));
}

function answerTo(attribute: Open311Attribute, given: ReadonlyMap<string, readonly string[]>): string[] {
  const answers = (given.get(attribute.code) ?? []).map((text) => text.trim()).filter((text) => text !== "");
  if (answers.length === 0) {
    if (attribute.required) throw refuse(attribute.code, "is required");
    return [];
  }
  if (answers.length > 1 && attribute.datatype !== "multivaluelist") {
    throw refuse(attribute.code, "takes one value");
  }
  const said = answers.map((answer) => readAnswer(attribute, answer));
  return [`${attribute.description} ${said.join(", ")}`];
}

function readAnswer({ code, datatype, values }: Open311Attribute, answer: string): string {
  if (answer.length > MOST_SIGNS) throw refuse(code, `has more than ${MOST_SIGNS} signs`);
  switch (datatype) {
    case "number":
      if (!Number.isFinite(Number(answer))) throw refuse(code, "is not a number");
      return answer;
    case "datetime":
      if (!/^\d{4}-\d\d-\d\d/.test(answer) || Number.isNaN(Date.parse(answer))) {
        throw refuse(code, "is not an ISO 8601 date");
      }
      return answer;
    case "singlevaluelist":
    case "multivaluelist": {
      const value = values.find(({ key }) => key === answer);
      if (!value) throw refuse(code, `has no value ${answer.slice(0, 60)}`);
      return value.name;
    }
    case "string":
      return answer.replace(/\s+/g, " ");
    case "text":
      return answer;
    default:
      return datatype satisfies never;
  }
}

function refuse(code: string, why: string): Open311Refusal {
  return new Open311Refusal(400, `attribute[${code}] ${why}`);
}
