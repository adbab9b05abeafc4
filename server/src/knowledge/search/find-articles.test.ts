import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { after, before, describe, test } from "node:test";
import type { FoundArticles, TextPart } from "@vera/contracts/knowledge";
import pg from "pg";
import { connectionOptions } from "../../platform/db/pool.ts";
import { one, run, sql } from "../../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createTopic } from "../../tenants/index.ts";
import { routes } from "../routes.ts";
import { fillDemoLibrary } from "../testing/demo-library.ts";

let kit: TestPlatform;
let agent: ReturnType<TestClient["as"]>;
let stranger: ReturnType<TestClient["as"]>;
let topics: Awaited<ReturnType<typeof fillDemoLibrary>>;

before(async () => {
  kit = await testPlatform();
  topics = await kit.system((ctx) => fillDemoLibrary(ctx, kit.tenantId));
  const client = await kit.http(routes);
  agent = client.as(kit.principal({ permissions: ["article.read"] }));
  stranger = client.as(kit.principal({ permissions: ["article.read"], tenants: [kit.otherTenantId] }));
});
after(() => kit?.close());

async function find(q: string, more = ""): Promise<FoundArticles> {
  const reply = await agent.get(`/api/v1/articles?q=${encodeURIComponent(q)}${more}`);
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}
const text = (parts: readonly TextPart[] = []) => parts.map((part) => part.text).join("");
const hits = (parts: readonly TextPart[] = []) => parts.filter(({ hit }) => hit).map((part) => part.text);
const first = (found: FoundArticles) => text(found.items[0]?.title);

describe("an agent's words find the article", () => {
  const cases: [string, RegExp][] = [
    ["licencia de conducir", /^Licencia de conducir/],
    ["renovar carnet", /^Licencia de conducir/],
    ["jubilacion", /^Jubilación/],
    ["jubilaciones", /^Jubilación/],
    ["VACUNACIÓN bebé", /^Vacunas/],
    ["partida de nacimiento", /^Partidas/],
    ["me quede sin luz", /^EPE: me quedé sin luz/],
    ["multas", /^Multas/],
    ["boleto estudiantes", /^Boleto Educativo/],
    ["donar organos", /^Donar sangre/],
    ["contraseña", /^ID Ciudadana/],
  ];
  for (const [q, title] of cases) {
    test(`«${q}»`, async () => {
      const found = await find(q);
      assert.equal(found.by, "words");
      assert.match(first(found), title);
    });
  }

  test("also half typed", async () => {
    for (const q of ["infracc", "jubilac", "licencia de condu"]) {
      const found = await find(q);
      assert.equal(found.by, "words", q);
      assert.ok(hits([...(found.items[0]?.title ?? []), ...(found.items[0]?.excerpt ?? [])]).length > 0, q);
    }
  });

  test("also misspelt", async () => {
    const misspelt: [string, RegExp][] = [
      ["licensia de condusir", /^Licencia de conducir/],
      ["inmoviliario", /^Impuesto Inmobiliario/],
      ["boleto educatibo", /^Boleto Educativo/],
      ["jubilasion", /^Jubilación/],
    ];
    for (const [q, title] of misspelt) {
      const found = await find(q);
      assert.equal(found.by, "similar", q);
      assert.match(first(found), title, q);
    }
  });

  test("with words too many, by those that are there; with none, says nothing was found", async () => {
    const some = await find("aguas santafesinas qwertyuiop");
    assert.ok(["some-words", "similar"].includes(some.by));
    assert.match(first(some), /Aguas Santafesinas/);
    assert.deepEqual(await find("qwertyuiop"), { by: "nothing", items: [], next: null });
    assert.equal((await find("&|!:*()")).by, "all");
  });
});

describe("what was found", () => {
  test("is marked in title and excerpt, whose text is the article's own", async () => {
    const [hit] = (await find("jubilaciones")).items;
    assert.deepEqual(hits(hit?.title), ["Jubilación"]);
    assert.equal(text(hit?.title), "Jubilación provincial: iniciar el trámite y ver su estado");
    assert.ok(hits(hit?.excerpt).every((word) => /^jubil|^Jubil/.test(word)));
  });

  test("is marked as demonstration and names its version and topic", async () => {
    const [hit] = (await find("ID Ciudadana")).items;
    assert.equal(hit?.demo, true);
    assert.equal(hit?.versionNumber, 1);
    assert.equal(hit?.topicIds.length, 1);
  });

  test("without words or topic is what was read most lately, and nothing that nobody read", async () => {
    const most = async () => (await agent.get("/api/v1/articles?order=most-read")).body as FoundArticles;
    assert.deepEqual(await most(), { by: "most-read", items: [], next: null });
    const [licence] = (await find("licencia de conducir")).items;
    const [water] = (await find("aguas santafesinas")).items;
    const reading = async (hit: typeof licence) =>
      await agent.post(`/api/v1/articles/${hit?.id}/readings`, {
        versionId: hit?.versionId,
        interactionId: randomUUID(),
      });
    await reading(licence);
    kit.clock.advance(91 * 86_400);
    for (const hit of [water, licence, water]) assert.equal((await reading(hit)).status, 200);
    const { by, items } = await most();
    assert.equal(by, "most-read");
    assert.deepEqual(
      items.map(({ id }) => id),
      [water?.id, licence?.id],
    );
    assert.deepEqual((await stranger.get("/api/v1/articles?order=most-read")).body.items, []);
  });

  test("can be kept to a topic, and a reason finds what its theme says", async () => {
    const theme = topics.get("Ministerio de Gobierno e Innovación Pública > Registro Civil > Partidas");
    assert.ok(theme);
    const reason = await kit.system((ctx) =>
      createTopic(ctx, { tenantId: kit.tenantId, parentId: theme, kind: "reason", name: "Nacimiento" }),
    );
    const found = await find("", `&topicId=${reason.id}`);
    assert.equal(found.by, "topic");
    assert.deepEqual(
      found.items.map(({ title }) => text(title)),
      ["Partidas de nacimiento, matrimonio y defunción"],
    );
    assert.equal((await find("licencia de conducir", `&topicId=${reason.id}`)).by, "nothing");
  });

  test("is never of another organism: list, words, slips and topics give nothing to a stranger", async () => {
    for (const q of ["", "licencia", "licensia de condusir", "licencia qwertyuiop"]) {
      const { body } = await stranger.get(`/api/v1/articles?q=${encodeURIComponent(q)}`);
      assert.deepEqual(body.items, [], q);
    }
    const topicId = [...topics.values()][0];
    assert.equal((await stranger.get(`/api/v1/articles?topicId=${topicId}`)).status, 404);
  });
});

test("the search of words uses its index under row-level security", async () => {
  await kit.system(async (ctx) => {
    const { tenantId } = kit;
    await run(
      ctx,
      sql`insert into knowledge.article (id, tenant_id, created_at)
          select gen_random_uuid(), ${tenantId}, now() from generate_series(1, 2000)`,
    );
    await run(
      ctx,
      sql`
        insert into knowledge.article_version (id, tenant_id, article_id, number, state, title, summary, what_is_it,
          for_whom, what_do_i_need, cost, "where", online, keywords, keyword_text, agent_note, author_name, created_at,
          updated_at, published_at)
        select gen_random_uuid(), a.tenant_id, a.id, 1, 'published', 'Relleno', md5(a.id::text), '', '', '', '', '', '',
          '{}', '', '', 'Prueba', now(), now(), now()
        from knowledge.article a where not exists (select from knowledge.article_version v where v.article_id = a.id)`,
    );
  });
  const owner = new pg.Client(connectionOptions(kit.databaseUrl));
  await owner.connect();
  await owner.query("analyze knowledge.article_version");
  await owner.end();
  const plan = await kit.as({ tenants: [kit.tenantId] }, (ctx) =>
    one<{ "QUERY PLAN": object }>(
      ctx,
      sql`explain (format json) select id from knowledge.article_version
          where state = 'published' and search @@ to_tsquery('knowledge.spanish', 'licencia')`,
    ),
  );
  assert.match(JSON.stringify(plan), /article_version_search/);
});
