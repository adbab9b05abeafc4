import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { one, sql } from "../platform/index.ts";
import { type CitizenDesk, citizenDesk } from "./testing/citizen-desk.ts";

let desk: CitizenDesk;
let kit: CitizenDesk["kit"];
let agent: CitizenDesk["agent"];
let register: CitizenDesk["register"];
let find: CitizenDesk["find"];
before(async () => {
  desk = await citizenDesk();
  ({ kit, register, find, agent } = desk);
});
after(() => desk?.kit.close());

describe("a registered person", () => {
  test("is found by the phone in every spelling, by its end, by DNI and by CUIL", async () => {
    const { id } = await register({
      familyName: "Quebracho",
      identifiers: [{ kind: "cuil", value: "20-05536168-2" }],
      contactPoints: [{ kind: "phone", value: "03483 15 420123" }],
    });
    for (const q of [
      "3483420123",
      "0 3483 15-42-0123",
      "+54 9 3483 420123",
      "5493483420123",
      "tel: 3483 420123",
    ]) {
      assert.deepEqual(await find(q), { by: "phone", ids: [id] }, q);
    }
    assert.deepEqual(await find("15 420123"), { by: "phone-end", ids: [id] });
    assert.deepEqual(await find("dni 5.536.168"), { by: "dni", ids: [id] });
    assert.deepEqual(await find("20055361682"), { by: "cuil", ids: [id] });
  });

  test("is found by pieces of the name without accents, in any order, and with a slip of the hand", async () => {
    const { id } = await register({ givenName: "María José", familyName: "Ñandubay Güell" });
    for (const q of ["ñandubay maria", "NANDUBAY", "guell mar", "José ñandu"]) {
      const found = await find(q);
      assert.equal(found.by, "name", q);
      assert.ok(found.ids.includes(id), q);
    }
    assert.deepEqual(await find("nandubai maria"), { by: "similar-name", ids: [id] });
    assert.deepEqual(await find("xyzzyx"), { by: "nothing", ids: [] });
  });

  test("shows a whole name before one that only contains the letters", async () => {
    const within = await register({ familyName: "Rosales" });
    const whole = await register({ familyName: "Rosa" });
    assert.deepEqual((await find("rosa")).ids.slice(0, 2), [whole.id, within.id]);
  });

  test("is listed with document and phone masked", async () => {
    await register({
      familyName: "Mascara",
      birthOn: "1980-02-29",
      identifiers: [{ kind: "dni", value: "27.111.222" }],
      contactPoints: [{ kind: "phone", value: "0342 4506600" }],
    });
    const { body } = await agent.get("/api/v1/citizens?q=mascara");
    assert.doesNotMatch(JSON.stringify(body), /27111222|27\.111|3424506600/);
    assert.equal(body.items[0].documentHint, "···222");
    assert.equal(body.items[0].birthYear, 1980);
  });

  test("cannot be registered twice under one document, unless the birth dates differ", async () => {
    const first = await register({
      familyName: "Doble",
      birthOn: "1950-01-01",
      identifiers: [{ kind: "dni", value: "6111222" }],
    });
    const again = {
      givenName: "Ana",
      familyName: "Doble",
      identifiers: [{ kind: "dni", value: "6.111.222" }],
    };
    const refused = await agent.post("/api/v1/citizens", again);
    assert.equal(refused.status, 409);
    assert.equal(refused.body.key, "citizenAlreadyRegistered");
    assert.equal(refused.body.params.citizenId, first.id);
    const twin = await agent.post("/api/v1/citizens", { ...again, birthOn: "1951-05-05" });
    assert.equal(twin.status, 201);
  });

  test("is registered once even when two agents save at the same moment", async () => {
    const body = {
      givenName: "Ana",
      familyName: "Carrera",
      identifiers: [{ kind: "dni", value: "33444555" }],
    };
    const replies = await Promise.all([1, 2, 3].map(() => agent.post("/api/v1/citizens", body)));
    assert.deepEqual(replies.map(({ status }) => status).sort(), [201, 409, 409]);
  });
});

describe("what cannot be right is refused with a reason and changes nothing", () => {
  const cases: [string, object, string][] = [
    [
      "a CUIL with a wrong digit",
      { identifiers: [{ kind: "cuil", value: "20-05536168-3" }] },
      "documentCheckDigit",
    ],
    [
      "a CUIT of a company",
      { identifiers: [{ kind: "cuil", value: "30-54668997-9" }] },
      "documentOfOrganisation",
    ],
    [
      "a phone without area code",
      { contactPoints: [{ kind: "phone", value: "15 5066600" }] },
      "phoneWithoutArea",
    ],
    ["911 as a phone", { contactPoints: [{ kind: "phone", value: "911" }] }, "phoneIsService"],
    ["an e-mail without place", { contactPoints: [{ kind: "email", value: "ana@" }] }, "emailNotUnderstood"],
    ["a birth date in the future", { birthOn: "2026-12-31" }, "birthDateImpossible"],
    ["a name of dots", { givenName: "..." }, "nameWithoutLetters"],
  ];
  for (const [what, wrong, key] of cases) {
    test(what, async () => {
      const count = () =>
        kit.system((ctx) => one<{ n: number }>(ctx, sql`select count(*) as n from citizens.citizen`));
      const before = await count();
      const reply = await agent.post("/api/v1/citizens", { givenName: "Ana", familyName: "Mal", ...wrong });
      assert.equal(reply.status, 422);
      assert.equal(reply.body.key, key);
      assert.deepEqual(await count(), before);
    });
  }

  test("a search of two letters, and a CUIL mistyped in the search box", async () => {
    const short = await agent.get("/api/v1/citizens?q=an");
    assert.deepEqual([short.status, short.body.key], [422, "citizenSearchTooShort"]);
    const wrong = await agent.get("/api/v1/citizens?q=20055361683");
    assert.deepEqual([wrong.status, wrong.body.key], [422, "documentCheckDigit"]);
  });
});
