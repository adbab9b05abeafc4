import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { SaveTicketType, TicketQuestion } from "@vera/contracts/ticket-types";
import type { Ticket } from "@vera/contracts/tickets";
import { addTenantHoliday, defaultCalendarOf } from "../../tenants/index.ts";
import { keepClocksOfPage } from "../clocks/follow-hours.ts";
import { type TicketDesk, ticketDesk } from "../testing/ticket-desk.ts";
import { checkAnswers } from "./check-answers.ts";

const HOUR = 3600;
const question = (more: Partial<TicketQuestion> & { code: string }): TicketQuestion => ({
  datatype: "string",
  label: `¿${more.code}?`,
  required: false,
  ...more,
});
const YES_NO = [
  { key: "yes", name: "Sí" },
  { key: "no", name: "No" },
];
const QUESTIONS = [
  question({ code: "danger", datatype: "singlevaluelist", required: true, values: YES_NO }),
  question({ code: "what", datatype: "text", required: true, onlyIf: { code: "danger", value: "yes" } }),
  question({ code: "meters", datatype: "number" }),
  question({ code: "since", datatype: "datetime" }),
];

describe("answers", () => {
  test("are kept in words, in the order of the questions, without what was not asked", () => {
    assert.deepEqual(checkAnswers(QUESTIONS, { meters: "3,5", what: "sobra", danger: "no" }), [
      { code: "danger", label: "¿danger?", value: "No" },
      { code: "meters", label: "¿meters?", value: "3,5" },
    ]);
  });

  test("that are missing, wrong or belong to no question are refused by the question's words", () => {
    const refusals: [Record<string, string | string[]>, string][] = [
      [{}, "ticketAnswerMissing"],
      [{ danger: "yes" }, "ticketAnswerMissing"],
      [{ danger: "perhaps" }, "ticketAnswerWrong"],
      [{ danger: ["yes", "no"] }, "ticketAnswerWrong"],
      [{ danger: "no", meters: "muchos" }, "ticketAnswerWrong"],
      [{ danger: "no", since: "ayer" }, "ticketAnswerWrong"],
      [{ danger: "no", color: "rojo" }, "ticketAnswerUnknown"],
    ];
    for (const [given, key] of refusals) {
      assert.throws(() => checkAnswers(QUESTIONS, given), { key }, JSON.stringify(given));
    }
  });
});

describe("a type of the catalogue", () => {
  let desk: TicketDesk;
  before(async () => {
    desk = await ticketDesk();
    // The kit's province comes without the calendar that every organism made by createTenant has.
    await desk.kit.system((ctx) => defaultCalendarOf(ctx, desk.kit.tenantId));
  });
  after(() => desk?.close());

  const type = (more: Partial<SaveTicketType> = {}): SaveTicketType => ({
    tenantId: desk.kit.tenantId,
    topicId: desk.topicId,
    name: "Falta de agua",
    kind: "service-claim",
    priority: "high",
    questions: QUESTIONS,
    firstResponseSeconds: 2 * HOUR,
    updateSeconds: null,
    solutionSeconds: 15 * HOUR,
    publishedTime: "2 días hábiles",
    active: true,
    ...more,
  });
  const due = (ticket: Ticket) => Object.fromEntries(ticket.clocks.map(({ kind, dueAt }) => [kind, dueAt]));

  test("is found by the nearest topic, asks its questions, and its terms run from the opening", async () => {
    const anyTopic = type({ topicId: null, name: "Cualquiera", questions: [], solutionSeconds: null });
    for (const one of [anyTopic, type()]) {
      const saved = await desk.ramona.post("/api/v1/ticket-types", one);
      assert.equal(saved.status, 201, JSON.stringify(saved.body));
    }
    const asked = `tenantId=${desk.kit.tenantId}&topicId=${desk.topicId}`;
    const found = await desk.agent.get(`/api/v1/ticket-type-for?${asked}`);
    assert.equal(found.body.type.name, "Falta de agua");
    const without = await desk.agent.post("/api/v1/tickets", desk.form());
    assert.equal(without.body.key, "ticketAnswerMissing");
    const ticket = await desk.open({ answers: { danger: "no" } });
    assert.deepEqual([ticket.priority, ticket.answers[0]?.value], ["high", "No"]);
    // Tuesday 10:00; the office attends from 8 to 18.
    assert.deepEqual(due(ticket), {
      "first-response": "2026-03-10T15:00:00.000Z",
      solution: "2026-03-11T18:00:00.000Z",
    });
    assert.equal(ticket.dueAt, "2026-03-11T18:00:00.000Z");
  });

  test("a decree published today moves the date of the clocks that run", async () => {
    const ticket = await desk.open({ answers: { danger: "no" } });
    await desk.kit.system(async (ctx) => {
      const decree = {
        tenantId: desk.kit.tenantId,
        day: "2026-03-11",
        name: "Asueto",
        includesDescendants: false,
      };
      await addTenantHoliday(ctx, decree);
      await keepClocksOfPage(ctx, {
        tenantIds: [desk.kit.tenantId],
        after: "00000000-0000-0000-0000-000000000000",
      });
    });
    const later = await desk.agent.get(`/api/v1/tickets/${ticket.id}`);
    assert.equal(later.body.dueAt, "2026-03-12T18:00:00.000Z");
  });

  test("the first word to the citizen and the solution end their clocks; reopened, the solution's goes on", async () => {
    const ticket = await desk.open({ answers: { danger: "no" } });
    desk.kit.clock.advance(HOUR);
    const act = async (verb: string, body: object): Promise<Ticket> => {
      const { version } = (await desk.agent.get(`/api/v1/tickets/${ticket.id}`)).body;
      const reply = await desk.ramona.post(`/api/v1/tickets/${ticket.id}/${verb}`, { version, ...body });
      assert.ok(reply.status < 300, JSON.stringify(reply.body));
      return reply.body;
    };
    const met = ({ clocks }: Ticket) => clocks.map(({ metAt }) => metAt !== null);
    assert.deepEqual(met(await act("notes", { text: "Va una cuadrilla", visibility: "public" })), [
      true,
      false,
    ]);
    assert.deepEqual(met(await act("acceptance", {})), [true, false]);
    const solved = await act("state", { to: "solved", text: "Listo" });
    assert.deepEqual([met(solved), solved.dueAt, solved.pausedBy], [[true, true], null, "solved"]);
    desk.kit.clock.advance(2 * 86_400);
    const again = await act("reopening", { text: "Sigue sin agua" });
    assert.deepEqual([met(again), again.pausedBy, again.elapsedSeconds], [[true, false], null, HOUR]);
  });

  test("shows in the view of what is due, the next to break first", async () => {
    const list = await desk.ramona.get("/api/v1/tickets?view=due&sort=due");
    const dates = list.body.items.map(({ dueAt }: Ticket) => dueAt);
    assert.ok(dates.length > 0);
    assert.deepEqual(dates, [...dates].sort());
  });

  test("badly made, or twice for a topic, is refused; another organism's cannot be changed", async () => {
    const cases: [object, string][] = [
      [{ name: "Otra" }, "ticketTypeTaken"],
      [
        { name: "Lista", active: false, questions: [question({ code: "a", datatype: "singlevaluelist" })] },
        "ticketQuestionWrong",
      ],
      [
        {
          name: "Antes",
          active: false,
          questions: [question({ code: "b", onlyIf: { code: "x", value: "y" } })],
        },
        "ticketQuestionWrong",
      ],
    ];
    for (const [more, key] of cases) {
      const reply = await desk.ramona.post("/api/v1/ticket-types", type(more));
      assert.equal(reply.body.key, key, JSON.stringify(more));
    }
    const { types } = (await desk.ramona.get(`/api/v1/ticket-types?tenantId=${desk.kit.tenantId}`)).body;
    const theirs = type({ tenantId: desk.kit.otherTenantId, topicId: null });
    assert.equal((await desk.stranger.put(`/api/v1/ticket-types/${types[0].id}`, theirs)).status, 404);
    assert.equal((await desk.stranger.put(`/api/v1/ticket-types/${types[0].id}`, type())).status, 404);
    const next = await desk.ramona.put(`/api/v1/ticket-types/${types[0].id}`, types[0]);
    assert.equal(next.status, 200, JSON.stringify(next.body));
    assert.equal(next.body.version, 2);
  });
});
