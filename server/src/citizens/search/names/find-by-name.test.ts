import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { many, one, run, sql } from "../../../platform/index.ts";
import { nameWords, tellingWords } from "../../normalize-name.ts";
import { type CitizenDesk, citizenDesk } from "../../testing/citizen-desk.ts";

let desk: CitizenDesk;
let kit: CitizenDesk["kit"];
let find: CitizenDesk["find"];
let register: CitizenDesk["register"];
before(async () => {
  desk = await citizenDesk();
  ({ kit, find, register } = desk);
});
after(() => desk?.kit.close());

describe("a name is found", () => {
  test("swapped, begun, with a slip, as it sounds, with two slips, written together, and with a word too many", async () => {
    const { id } = await register({ givenName: "Evangelina Rosa", familyName: "Echeverría de la Fuente" });
    for (const [q, by] of [
      ["echeverria evangelina", "name"],
      ["EVANGELINA FUENTE", "name"],
      ["evang echev", "name"],
      ["rosa evangelina de la fuente", "name"],
      ["evangelina echeverira", "similar-name"],
      ["ebanjelina hecheberria", "similar-name"],
      ["evangelina echevreira", "similar-name"],
      ["evangelina rosa xyzzy fuente", "name"],
    ] as const) {
      assert.deepEqual(await find(q), { by, ids: [id] }, q);
    }
  });

  test("by a part in the middle of a word, where nothing begins so", async () => {
    const { id } = await register({ givenName: "Ana", familyName: "Zubizarreta" });
    assert.deepEqual((await find("bizarr ana")).ids, [id]);
  });

  test("also where it is one word, or nothing but particles", async () => {
    const single = await register({ givenName: "Madonna", familyName: "Madonna" });
    assert.deepEqual((await find("madona")).ids, [single.id]);
    const particles = await register({ givenName: "E", familyName: "De Los" });
    assert.ok((await find("de los")).ids.includes(particles.id));
  });

  test("as typed before as corrected, more people than the limit notwithstanding", async () => {
    for (let n = 0; n < 3; n += 1) await register({ givenName: `Ciro${"abc"[n]}`, familyName: "Molinari" });
    const typed = await register({ givenName: "Ciro", familyName: "Molinaro" });
    assert.equal((await find("ciro molinaro")).ids[0], typed.id);
  });
});

describe("the dictionary keeps up", () => {
  test("with a renamed person: found by the new name, no longer by the old", async () => {
    const person = await register({ givenName: "Delfina", familyName: "Tapiales" });
    const edited = await desk.agent.patch(`/api/v1/citizens/${person.id}`, {
      version: person.version,
      familyName: "Quintriqueo",
    });
    assert.equal(edited.status, 200);
    assert.deepEqual((await find("quintriqueo delfina")).ids, [person.id]);
    assert.deepEqual((await find("tapiales delfina")).ids, []);
  });

  test("with words that another process wrote", async () => {
    assert.deepEqual((await find("wolkowyski bruno")).ids, []);
    const id = kit.platform.ids.uuid();
    await kit.system((ctx) =>
      run(
        ctx,
        sql`insert into citizens.citizen (id, given_name, family_name, search_name, created_at, updated_at, updated_by_name)
            values (${id}, 'Bruno', 'Wolkowyski', ' bruno wolkowyski ', now(), now(), 'test')`,
      ),
    );
    assert.deepEqual((await find("wolkowisky bruno")).ids, [id]);
  });

  test("with a deleted person: no pair of hers stays", async () => {
    const id = kit.platform.ids.uuid();
    await kit.system(async (ctx) => {
      await run(
        ctx,
        sql`insert into citizens.citizen (id, given_name, family_name, search_name, created_at, updated_at, updated_by_name)
            values (${id}, 'Uma', 'Fugaz', ' uma fugaz ', now(), now(), 'test')`,
      );
      await run(ctx, sql`delete from citizens.citizen where id = ${id}`);
      const left = await many(ctx, sql`select from citizens.name_pair where citizen_id = ${id}`);
      assert.equal(left.length, 0);
    });
  });

  test("and takes names apart as the program does", async () => {
    for (const name of ["María de los Ángeles Pérez y Gómez", "De La", "Ana", "de Ana"]) {
      const words = nameWords(name);
      const { telling } = await kit.system((ctx) =>
        one<{ telling: string[] }>(
          ctx,
          sql`select citizens.name_words(${` ${words.join(" ")} `}) as telling`,
        ),
      );
      assert.deepEqual(telling, tellingWords(words), name);
    }
  });

  test("and can be made anew from the people, with counts", async () => {
    await register({ givenName: "Berta", familyName: "Recuento" });
    await register({ givenName: "Berta", familyName: "Recuento" });
    const { uses } = await kit.system(async (ctx) => {
      await ctx.db.executeQuery(sql`reset role`.compile(ctx.db));
      await run(ctx, sql`select citizens.index_all_names()`);
      return await one<{ uses: number }>(
        ctx,
        sql`select uses from citizens.name_word where word = 'recuento'`,
      );
    });
    assert.equal(uses, 2);
    assert.equal((await find("recuento berta")).ids.length, 2);
  });
});
