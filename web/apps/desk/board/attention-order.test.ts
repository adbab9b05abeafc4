import assert from "node:assert/strict";
import { test } from "node:test";
import type { AttentionItem, BoardQueue } from "@vera/contracts/board";
import { attentionOrder } from "./attention-order.ts";

function item(kind: AttentionItem["kind"], since: string, queueId: string | null = null): AttentionItem {
  return {
    kind,
    since,
    queueId,
    subjectId: `${kind}${since}`,
    params: {},
    interactionId: null,
    agentId: null,
  };
}

const queueOf = (tenantId: string) => ({ tenantId }) as BoardQueue;

test("who waits goes before who talks long, and the older before the newer", () => {
  const attention = {
    a: item("trunk-asr-low", "2026-11-23T09:00:00Z"),
    b: item("long-contact", "2026-11-23T11:05:00Z"),
    c: item("long-contact", "2026-11-23T11:00:00Z"),
    d: item("queue-over-threshold", "2026-11-23T11:30:00Z", "q"),
  };
  const order = attentionOrder({ attention, queues: { q: queueOf("water") } }, () => true);
  assert.deepEqual(
    order.map(({ since }) => since.slice(11, 16)),
    ["11:30", "11:00", "11:05", "09:00"],
  );
});

test("a queue of an organism that is not looked at asks for nothing here", () => {
  const attention = { d: item("queue-over-threshold", "2026-11-23T11:30:00Z", "q") };
  assert.deepEqual(
    attentionOrder({ attention, queues: { q: queueOf("water") } }, (id) => id !== "water"),
    [],
  );
});
