import assert from "node:assert/strict";
import { test } from "node:test";
import { type QueueFields, queueFields, toQueue, USUAL_QUEUE, wrongQueueFields } from "./queue-fields.ts";

const filled: QueueFields = {
  ...USUAL_QUEUE,
  tenantId: "t",
  name: " Agua ",
  requirements: [{ skillId: "s", minimumLevel: 2 }],
};

test("a queue comes back from its fields as it was", () => {
  const queue = { ...toQueue({ ...filled, overflowQueueId: "q2", calendarId: "c" }), id: "q1" };
  const again = toQueue(queueFields(queue as Parameters<typeof queueFields>[0]));
  assert.deepEqual({ ...again, id: "q1" }, queue);
  assert.deepEqual(queue.overflow, { kind: "queue", queueId: "q2" });
  assert.equal(queue.name, "Agua");
});

test("relax steps are sent in the order of time, however they were typed", () => {
  const relaxSteps = [
    { afterSeconds: 60, requirements: [] },
    { afterSeconds: 30, requirements: [] },
  ];
  assert.deepEqual(
    toQueue({ ...filled, relaxSteps }).relaxSteps?.map(({ afterSeconds }) => afterSeconds),
    [30, 60],
  );
});

test("a wrap-up without a clock is sent without time or extensions", () => {
  assert.deepEqual(toQueue({ ...filled, wrapUpMode: "none" }).wrapUp, {
    mode: "none",
    seconds: null,
    extensions: 0,
  });
});

test("what is missing is said by field before anything is sent", () => {
  assert.deepEqual(Object.keys(wrongQueueFields(filled)), []);
  const wrong = wrongQueueFields({
    ...filled,
    name: " ",
    requirements: [{ skillId: "", minimumLevel: 1 }],
    relaxSteps: [
      { afterSeconds: 30, requirements: [] },
      { afterSeconds: 30, requirements: [] },
    ],
    wrapUpSeconds: null,
  });
  assert.deepEqual(Object.keys(wrong).sort(), ["name", "relaxSteps", "requirements", "wrapUpSeconds"]);
});
