import assert from "node:assert/strict";
import { test } from "node:test";
import type { AgentContact, AgentDesk, WrapUp } from "@vera/contracts/routing";
import type { CallsState, LiveCall } from "@vera/contracts/voice";
import { deskContacts, shownContact } from "./desk-contacts.ts";

const caller = { number: "+543483420142", name: null, citizenId: null };
const contact = {
  interactionId: "a",
  tenantId: "t",
  queueId: "q",
  queueName: "Agua",
  channel: "voice",
  kind: "incoming",
  callbackId: null,
  caller,
  phase: "connected",
  since: "2026-11-24T14:00:00Z",
} satisfies AgentContact;
const wrapUp = {
  interactionId: "a",
  tenantId: "t",
  queueId: "q",
  queueName: "Agua",
  channel: "voice",
  caller,
  mode: "mandatory-timed",
  startedAt: "2026-11-24T14:05:00Z",
  deadlineAt: null,
  overdue: false,
  disposed: false,
  extensionsLeft: 2,
} satisfies WrapUp;
const call = {
  interactionId: "a",
  tenantId: "t",
  direction: "inbound",
  status: "talk",
  peer: { name: null, number: "+543483420142" },
  citizenId: null,
  queueId: "q",
  queueName: "Agua",
  muted: false,
  recording: "on",
  startedAt: "2026-11-24T13:59:00Z",
  talkStartedAt: "2026-11-24T14:00:00Z",
  statusSince: "2026-11-24T14:00:00Z",
  segments: [],
  consult: null,
  bargedBy: [],
  endReason: null,
} satisfies LiveCall;

function desk(part: Partial<Pick<AgentDesk, "contacts" | "wrapUps">>): AgentDesk {
  return { contacts: {}, wrapUps: {}, offers: {}, ...part } as AgentDesk;
}
function calls(...list: LiveCall[]): CallsState {
  return {
    calls: Object.fromEntries(list.map((one) => [one.interactionId, one])),
    supervision: null,
    phone: { registered: true },
  };
}

test("a contact comes with its live call", () => {
  const [only] = deskContacts(desk({ contacts: { a: contact } }), calls(call));
  assert.equal(only?.call?.status, "talk");
});

test("the wrap-up takes the place of its contact: one interaction is never two rows", () => {
  const rows = deskContacts(
    desk({ contacts: { a: contact }, wrapUps: { a: wrapUp } }),
    calls({ ...call, status: "wrap-up" }),
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0]?.wrapUp?.disposed, false);
});

test("a call that rings at my line is the offer's, one that I placed is mine while it rings", () => {
  assert.equal(deskContacts(desk({}), calls({ ...call, status: "ringing" })).length, 0);
  const [placed] = deskContacts(desk({}), calls({ ...call, status: "ringing", direction: "outbound" }));
  assert.equal(placed?.outbound, true);
});

test("the chosen contact is shown while it is there, then the newest", () => {
  const newer = { ...contact, interactionId: "b", since: "2026-11-24T15:00:00Z" };
  const rows = deskContacts(desk({ contacts: { b: newer, a: contact } }), calls());
  assert.deepEqual(
    rows.map((row) => row.interactionId),
    ["a", "b"],
  );
  assert.equal(shownContact(rows, "a")?.interactionId, "a");
  assert.equal(shownContact(rows, "gone")?.interactionId, "b");
  assert.equal(shownContact([], "a"), null);
});
