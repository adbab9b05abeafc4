import assert from "node:assert/strict";
import { test } from "node:test";
import { toTrunk, trunkFields, wrongTrunkFields } from "./trunk-fields.ts";

const fields = { ...trunkFields(null, "t"), name: "Troncal", host: "sip.ejemplo.ar", username: "vera" };

test("an empty password is not sent, so that the stored one is kept", () => {
  assert.equal("password" in toTrunk(fields), false);
  assert.equal(toTrunk({ ...fields, password: "secreto-largo" }).password, "secreto-largo");
});

test("addresses are typed one a line, or with commas", () => {
  assert.deepEqual(toTrunk({ ...fields, addresses: "200.1.2.3\n200.1.2.0/28, 10.0.0.1" }).addresses, [
    "200.1.2.3",
    "200.1.2.0/28",
    "10.0.0.1",
  ]);
});

test("each kind asks for what it needs", () => {
  assert.deepEqual(wrongTrunkFields(fields, { hasPassword: false }), { password: "required" });
  assert.deepEqual(wrongTrunkFields(fields, { hasPassword: true }), {});
  assert.deepEqual(wrongTrunkFields({ ...fields, kind: "address" }, { hasPassword: false }), {
    addresses: "required",
  });
  assert.deepEqual(
    wrongTrunkFields({ ...fields, kind: "account", host: "", password: "corta" }, { hasPassword: false }),
    { password: "short" },
  );
});

test("a network too wide to trust is said before it is sent", () => {
  const wide = { ...fields, kind: "address" as const, addresses: "0.0.0.0/0" };
  assert.deepEqual(wrongTrunkFields(wide, { hasPassword: true }), { addresses: "wide" });
});
