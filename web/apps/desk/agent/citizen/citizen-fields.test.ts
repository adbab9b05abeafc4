import assert from "node:assert/strict";
import { test } from "node:test";
import type { Citizen } from "@vera/contracts/citizens";
import { fieldsOf, toChange } from "./citizen-fields.ts";

const point = (id: string, kind: "phone" | "email", value: string, shown: string) => ({
  id,
  kind,
  value,
  shown,
  line: null,
  label: null,
  preferred: false,
  verifiedAt: null,
});
const citizen = {
  givenName: "Celina",
  familyName: "Algarrobo",
  chosenName: null,
  birthOn: "1990-05-01",
  identifiers: [
    { id: "1", kind: "cuil", value: "27990142071", shown: "27-99014207-1", country: "AR" },
    { id: "2", kind: "passport", value: "AAB123", shown: "AAB123", country: "AR" },
  ],
  contactPoints: [
    point("1", "phone", "3483420142", "3483 42-0142"),
    point("2", "phone", "3482420142", "3482 42-0142"),
    point("3", "email", "c@example.org", "c@example.org"),
  ],
  preferredChannel: null,
  preferredTime: null,
  takeIntoAccount: null,
} as unknown as Citizen;

test("saving an untouched form sends back every document and contact point it does not show", () => {
  const change = toChange(fieldsOf(citizen, null), citizen);
  assert.deepEqual(
    change.identifiers?.map(({ kind }) => kind),
    ["cuil", "passport"],
  );
  assert.deepEqual(
    change.contactPoints?.map(({ value }) => value),
    ["3483420142", "c@example.org", "3482420142"],
  );
});

test("an emptied field is removed, not sent as an empty text", () => {
  const change = toChange({ ...fieldsOf(citizen, null), email: " ", birthOn: "" }, citizen);
  assert.deepEqual(
    change.contactPoints?.map(({ kind }) => kind),
    ["phone", "phone"],
  );
  assert.equal(change.birthOn, null);
});

test("a new person starts with the number that calls, an existing one does not get it", () => {
  assert.equal(fieldsOf(undefined, "+543483420142").phone, "+543483420142");
  assert.equal(fieldsOf({ ...citizen, contactPoints: [] }, "+543483420142").phone, "");
});
