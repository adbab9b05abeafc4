import assert from "node:assert/strict";
import { test } from "node:test";
import type { TicketQuestion } from "@vera/contracts/ticket-types";
import { askedAnswers, askedQuestions, unanswered } from "./asked-questions.ts";

const question = (more: Partial<TicketQuestion> & { code: string }): TicketQuestion => ({
  datatype: "string",
  label: more.code,
  required: true,
  ...more,
});
const QUESTIONS = [
  question({ code: "danger", datatype: "singlevaluelist", values: [{ key: "yes", name: "Sí" }] }),
  question({ code: "what", onlyIf: { code: "danger", value: "yes" } }),
  question({ code: "pole", required: false }),
];

test("a question on another one's value is asked, missed and sent only with that value", () => {
  const codes = (answers: Record<string, string>) =>
    askedQuestions(QUESTIONS, answers).map(({ code }) => code);
  assert.deepEqual(codes({}), ["danger", "pole"]);
  assert.deepEqual(codes({ danger: "yes" }), ["danger", "what", "pole"]);
  assert.deepEqual(unanswered(QUESTIONS, { danger: "yes", what: " " }), ["what"]);
  assert.deepEqual(askedAnswers(QUESTIONS, { danger: "no", what: "Un cable" }), { danger: "no" });
});
