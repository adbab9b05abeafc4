import type { ShownAnswer, TicketAnswers, TicketQuestion } from "@vera/contracts/ticket-types";
import { DomainError } from "../../platform/index.ts";

/**
 * The answers as they are kept, in the order of the questions. What was not asked (another answer decided so) is left out;
 * what is missing, wrong or belongs to no question is refused by the question's own words.
 */
export function checkAnswers(questions: readonly TicketQuestion[], given: TicketAnswers): ShownAnswer[] {
  const unknown = Object.keys(given).find((code) => !questions.some((question) => question.code === code));
  if (unknown !== undefined) {
    throw new DomainError("invalid", `This type of ticket does not ask "${unknown}"`, {
      key: "ticketAnswerUnknown",
      params: { code: unknown },
    });
  }
  return questions
    .filter((question) => isAsked(question, given))
    .flatMap((question) => {
      const answer = valuesOf(given[question.code]);
      if (answer.length === 0) {
        if (question.required) throw refused(question, "ticketAnswerMissing", "needs an answer");
        return [];
      }
      return [{ code: question.code, label: question.label, value: shown(question, answer) }];
    });
}

/** A question on another one's value is asked where that one was given. */
export function isAsked({ onlyIf }: Pick<TicketQuestion, "onlyIf">, given: TicketAnswers): boolean {
  return !onlyIf || valuesOf(given[onlyIf.code]).includes(onlyIf.value);
}

function valuesOf(answer: string | readonly string[] | undefined): string[] {
  return [answer ?? []]
    .flat()
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

/** RFC 3339, with a zone. */
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

function shown(question: TicketQuestion, answer: readonly string[]): string {
  const [first = ""] = answer;
  const wrong = () => refused(question, "ticketAnswerWrong", `does not take "${answer.join(", ")}"`);
  if (answer.length > 1 && question.datatype !== "multivaluelist") throw wrong();
  switch (question.datatype) {
    case "string":
    case "text":
      return first;
    case "number":
      if (!Number.isFinite(Number(first.replace(",", ".")))) throw wrong();
      return first;
    case "datetime":
      if (!INSTANT.test(first) || Number.isNaN(Date.parse(first))) throw wrong();
      return first;
    case "singlevaluelist":
    case "multivaluelist": {
      const names = answer.map((key) => question.values?.find((value) => value.key === key)?.name);
      if (names.includes(undefined)) throw wrong();
      return names.join(", ");
    }
  }
}

function refused(question: TicketQuestion, key: string, why: string): DomainError {
  return new DomainError("invalid", `"${question.label}" ${why}`, {
    key,
    params: { question: question.label },
  });
}
