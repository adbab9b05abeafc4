import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Article, ArticleBody } from "@vera/contracts/knowledge";
import { many, run, sql } from "../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../platform/testing/index.ts";
import { createTopic } from "../tenants/index.ts";
import { articlesReadIn, routes } from "./index.ts";

let kit: TestPlatform;
let client: TestClient;
let editor: ReturnType<TestClient["as"]>;
let agent: ReturnType<TestClient["as"]>;
let stranger: ReturnType<TestClient["as"]>;
let topicId: string;

before(async () => {
  kit = await testPlatform();
  client = await kit.http(routes);
  const all = ["article.read", "article.edit", "article.publish"] as const;
  editor = client.as(kit.principal({ permissions: all, name: "Edita" }));
  agent = client.as(kit.principal({ permissions: ["article.read"], name: "Inés" }));
  stranger = client.as(kit.principal({ permissions: all, tenants: [kit.otherTenantId] }));
  const topic = { tenantId: kit.tenantId, parentId: null, kind: "jurisdiction" as const, name: "Agua" };
  topicId = (await kit.system((ctx) => createTopic(ctx, topic))).id;
});
after(() => kit?.close());

function body(title: string, more: Partial<ArticleBody> = {}): ArticleBody {
  const empty = {
    whatIsIt: "",
    forWhom: "",
    whatDoINeed: "",
    cost: "",
    where: "",
    online: "",
    agentNote: "",
  };
  return { ...empty, title, summary: "Resumen", onlineUrl: null, keywords: [], ...more };
}
async function draft(title: string): Promise<Article> {
  const reply = await editor.post("/api/v1/articles", {
    tenantId: kit.tenantId,
    topicIds: [topicId],
    body: body(title),
  });
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  return reply.body;
}
async function publish(article: Article): Promise<Article> {
  const { id: versionId, revision } = article.draft ?? assert.fail("no draft");
  const reply = await editor.post(`/api/v1/articles/${article.id}/publication`, { versionId, revision });
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}

describe("an article", () => {
  test("is nobody's business but its editors' until it is published", async () => {
    const article = await draft("Cañería nueva");
    assert.equal((await agent.get(`/api/v1/articles/${article.id}`)).status, 404);
    assert.deepEqual((await agent.get("/api/v1/articles?q=canería")).body.items, []);
    const drafts = (await editor.get("/api/v1/articles?drafts=true&q=caner")).body.items;
    assert.deepEqual(
      drafts.map(({ id }: Article) => id),
      [article.id],
    );
    assert.deepEqual((await agent.get("/api/v1/articles?drafts=true")).body.items, []);
    const published = await publish(article);
    assert.equal(published.draft, null);
    assert.equal(published.published?.publishedByName, "Edita");
    assert.equal((await agent.get(`/api/v1/articles/${article.id}`)).body.published.number, 1);
  });

  test("changes by a new version; the one before stays as it was told", async () => {
    const one = await publish(await draft("Cisterna"));
    const url = `/api/v1/articles/${one.id}`;
    const saved = await editor.put(`${url}/draft`, {
      revision: 0,
      topicIds: [],
      body: body("Camión cisterna"),
    });
    assert.equal((await agent.get(url)).body.published.body.title, "Cisterna");
    assert.equal((await agent.get(url)).body.draft, null);
    const two = await publish(saved.body);
    assert.equal(two.published?.body.title, "Camión cisterna");
    const old = await agent.get(`${url}/versions/${one.published?.id}`);
    assert.deepEqual([old.body.state, old.body.body.title], ["superseded", "Cisterna"]);
    const { versions } = (await editor.get(`${url}/versions`)).body;
    assert.deepEqual(
      versions.map(({ number }: { number: number }) => number),
      [2, 1],
    );
    await assert.rejects(
      kit.system((ctx) =>
        run(ctx, sql`update knowledge.article_version set title = 'x' where article_id = ${one.id}`),
      ),
      /is published and cannot change/,
    );
  });

  test("are listed a page at a time, each once, and by state", async () => {
    for (let number = 0; number < 7; number += 1) await draft(`Paginado ${number % 3}`);
    await publish(await draft("Paginado ya publicado"));
    const list = (more: string) => editor.get(`/api/v1/articles?drafts=true&q=paginado&limit=3${more}`);
    const seen: string[] = [];
    let next: string | null = "";
    while (next !== null) {
      const after = next === "" ? "" : `&after=${encodeURIComponent(next)}`;
      const page: { items: Article[]; next: string | null } = (await list(after)).body;
      assert.ok(page.items.length <= 3);
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    assert.deepEqual([seen.length, new Set(seen).size], [8, 8]);
    const published = (await list("&state=published")).body;
    assert.deepEqual([published.items.length, published.next], [1, null]);
    assert.equal((await list("&state=draft")).body.items.length, 3);
    assert.equal((await list("&after=nothing")).body.key, "cursorUnknown");
  });

  test("saved by two editors: the second is told by whom", async () => {
    const article = await draft("Dos manos");
    const url = `/api/v1/articles/${article.id}`;
    await editor.put(`${url}/draft`, { revision: 1, topicIds: [], body: body("Una") });
    const second = await editor.put(`${url}/draft`, { revision: 1, topicIds: [], body: body("Otra") });
    assert.deepEqual(
      [second.status, second.body.key, second.body.params.by],
      [409, "articleChangedMeanwhile", "Edita"],
    );
    const stale = { versionId: article.draft?.id, revision: 1 };
    assert.equal((await editor.post(`${url}/publication`, stale)).status, 409);
  });

  test("that is retired is found no more, but what was read of it is", async () => {
    const article = await publish(await draft("Zanjeo viejo"));
    assert.equal((await editor.delete(`/api/v1/articles/${article.id}`)).status, 204);
    assert.deepEqual((await agent.get("/api/v1/articles?q=zanjeo")).body.items, []);
    const told = await agent.get(`/api/v1/articles/${article.id}/versions/${article.published?.id}`);
    assert.equal(told.status, 200);
  });

  test("with tags in its text gives them back as text", async () => {
    const article = await draft("<script>alert(1)</script> y otras marcas");
    await publish(article);
    const [hit] = (await agent.get("/api/v1/articles?q=marcas")).body.items;
    assert.equal(
      hit.title.map((part: { text: string }) => part.text).join(""),
      "<script>alert(1)</script> y otras marcas",
    );
    assert.deepEqual(hit.title.at(-1), { text: "marcas", hit: true });
  });
});

describe("reading to the citizen", () => {
  test("keeps version, contact and agent, once, and tells it as an event", async () => {
    const article = await publish(await draft("Lectura"));
    const versionId = article.published?.id;
    const interactionId = kit.platform.ids.uuid();
    const url = `/api/v1/articles/${article.id}/readings`;
    const first = await agent.post(url, { versionId, interactionId });
    assert.deepEqual([first.status, first.body.agentName, first.body.versionNumber], [200, "Inés", 1]);
    const again = await agent.post(url, { versionId, interactionId });
    assert.equal(again.body.id, first.body.id);
    const events = await kit.system((ctx) =>
      many<{ data: { interactionId: string; versionId: string } }>(
        ctx,
        sql`select data from platform.event where type = 'article.read-to-citizen' and key = ${article.id}`,
      ),
    );
    assert.equal(events.length, 1);
    assert.equal(events[0]?.data.versionId, versionId);
    const read = await kit.system((ctx) => articlesReadIn(ctx, interactionId));
    assert.deepEqual(
      read.map(({ title, version }) => [title, version]),
      [["Lectura", 1]],
    );
    await assert.rejects(
      kit.system((ctx) =>
        run(ctx, sql`delete from knowledge.reading where interaction_id = ${interactionId}`),
      ),
      /append-only|permission denied/,
    );
  });

  test("of a draft, or of another article's version, is refused", async () => {
    const article = await draft("Borrador");
    const url = `/api/v1/articles/${article.id}/readings`;
    const interactionId = kit.platform.ids.uuid();
    assert.equal((await agent.post(url, { versionId: article.draft?.id, interactionId })).status, 404);
    const other = await publish(await draft("Ajeno"));
    assert.equal((await agent.post(url, { versionId: other.published?.id, interactionId })).status, 404);
  });
});

describe("another organism", () => {
  test("gets 404 for every id, cannot write here, and sees no row", async () => {
    const article = await publish(await draft("Secreto"));
    const url = `/api/v1/articles/${article.id}`;
    const versionId = article.published?.id;
    const interactionId = kit.platform.ids.uuid();
    const attempts = [
      stranger.get(url),
      stranger.get(`${url}/versions`),
      stranger.get(`${url}/versions/${versionId}`),
      stranger.post(`${url}/readings`, { versionId, interactionId }),
      stranger.put(`${url}/draft`, { revision: 0, topicIds: [], body: body("Robado") }),
      stranger.post(`${url}/publication`, { versionId, revision: 1 }),
      stranger.delete(url),
      stranger.post("/api/v1/articles", { tenantId: kit.tenantId, topicIds: [], body: body("Puesto") }),
      stranger.post("/api/v1/articles", {
        tenantId: kit.otherTenantId,
        topicIds: [topicId],
        body: body("Puesto"),
      }),
    ];
    assert.deepEqual(
      (await Promise.all(attempts)).map(({ status }) => status),
      Array(9).fill(404),
    );
    for (const table of ["article", "article_version", "article_topic", "reading"]) {
      const rows = await kit.as({ tenants: [kit.otherTenantId] }, (ctx) =>
        many(ctx, sql`select tenant_id from ${sql.table(`knowledge.${table}`)}`),
      );
      assert.deepEqual(rows, [], table);
    }
  });
});
