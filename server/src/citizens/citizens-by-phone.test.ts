import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { type TestPlatform, testPlatform } from "../platform/testing/index.ts";
import { citizenNames, citizensByPhone, createCitizen } from "./index.ts";

let kit: TestPlatform;
before(async () => {
  kit = await testPlatform();
});
after(() => kit.close());

test("a caller-id names everybody of the house, and nobody for a service number or an anonymous caller", async () => {
  await kit.system(async (ctx) => {
    for (const givenName of ["Ramona", "Tomás"]) {
      await createCitizen(ctx, {
        givenName,
        familyName: "Ceibo",
        contactPoints: [{ kind: "phone", value: "03483 15 420123" }],
      });
    }
    const hints = await citizensByPhone(ctx, "sip:+5493483420123@127.0.0.1");
    assert.deepEqual(
      hints.map(({ displayName }) => displayName),
      ["Ramona Ceibo", "Tomás Ceibo"],
    );
    assert.deepEqual(await citizensByPhone(ctx, "911"), []);
    assert.deepEqual(await citizensByPhone(ctx, "anonymous"), []);
    const ids = hints.map(({ citizenId }) => citizenId);
    assert.equal((await citizenNames(ctx, ids)).size, 2);
    assert.equal((await citizenNames(ctx, [])).size, 0);
  });
});
