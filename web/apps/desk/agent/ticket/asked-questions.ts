import type { TicketAnswers, TicketQuestion } from "@vera/contracts/ticket-types";

/** Those that the answers so far call for; the server decides the same way. */
export function askedQuestions(
  questions: readonly TicketQuestion[],
  answers: TicketAnswers,
): readonly TicketQuestion[] {
  return questions.filter(({ onlyIf }) => !onlyIf || given(answers[onlyIf.code]).includes(onlyIf.value));
}

/** Codes of questions that are asked, required and without an answer. */
export function unanswered(questions: readonly TicketQuestion[], answers: TicketAnswers): string[] {
  return askedQuestions(questions, answers)
    .filter(({ code, required }) => required && given(answers[code]).length === 0)
    .map(({ code }) => code);
}

/** Only what is asked is sent: an answer that another one made needless stays behind. */
export function askedAnswers(questions: readonly TicketQuestion[], answers: TicketAnswers): TicketAnswers {
  const codes = askedQuestions(questions, answers).map(({ code }) => code);
  return Object.fromEntries(Object.entries(answers).filter(([code]) => codes.includes(code)));
}

function given(answer: string | readonly string[] | undefined): string[] {
  return [answer ?? []].flat().filter((value) => value.trim() !== "");
}
