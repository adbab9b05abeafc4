import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Article, ArticleBody, ArticleHit } from "@vera/contracts/knowledge";
import type { CareItem, Feedback, Gap } from "@vera/contracts/knowledge-care";
import { type TestClient, type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { askedWords } from "../gaps/note-gap.ts";
import { routes } from "../routes.ts";
import { articleBody } from "../testing/article-body.ts";

let kit: TestPlatform;
let editor: ReturnType<TestClient["as"]>;
let publisher: ReturnType<TestClient["as"]>;
let agent: ReturnType<TestClient["as"]>;
let stranger: ReturnType<TestClient["as"]>;

before(async () => {
  kit = await testPlatform();
  const client = await kit.http(routes);
  const all = ["article.read", "article.edit", "article.publish"] as const;
  editor = client.as(kit.principal({ permissions: ["article.read", "article.edit"], name: "Edita" }));
  publisher = client.as(kit.principal({ permissions: all, name: "Publia" }));
  agent = client.as(kit.principal({ permissions: ["article.read"], name: "Inés" }));
  stranger = client.as(kit.principal({ permissions: all, tenants: [kit.otherTenantId] }));
});
after(() => kit?.close());

async function draft(title: string, more: Partial<ArticleBody> = {}): Promise<Article> {
  const reply = await editor.post("/api/v1/articles", {
    tenantId: kit.tenantId,
    topicIds: [],
    body: articleBody(title, more),
  });
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  return reply.body;
}
const which = ({ draft }: Article) => ({ versionId: draft?.id, revision: draft?.revision });
async function published(title: string, more: Partial<ArticleBody> = {}): Promise<Article> {
  const article = await draft(title, more);
  const reply = await publisher.post(`/api/v1/articles/${article.id}/publication`, which(article));
  assert.equal(reply.status, 200, JSON.stringify(reply.body));
  return reply.body;
}
async function titles(q: string): Promise<string[]> {
  const { body } = await agent.get(`/api/v1/articles?q=${encodeURIComponent(q)}`);
  return body.items.map(({ title }: ArticleHit) => title.map(({ text }) => text).join(""));
}
const care = async (): Promise<CareItem[]> => (await editor.get("/api/v1/article-care")).body.items;

describe("a draft", () => {
  test("goes to review and comes back with a reason; saved again it is a draft, and only a publisher ends it", async () => {
    const article = await draft("Pozo ciego");
    const url = `/api/v1/articles/${article.id}`;
    const sent = await editor.post(`${url}/review`, which(article));
    assert.equal(sent.body.draft.state, "review");
    assert.equal(sent.body.draft.submittedByName, "Edita");
    assert.ok(
      (await care()).some(({ articleId, reason }) => articleId === article.id && reason === "in-review"),
    );
    assert.equal((await editor.post(`${url}/publication`, which(article))).status, 403);
    assert.equal((await editor.post(`${url}/return`, { ...which(article), note: "Falta" })).status, 403);
    const back = await publisher.post(`${url}/return`, { ...which(article), note: "Falta el costo" });
    assert.equal(back.body.draft.state, "draft");
    assert.equal(back.body.draft.returnNote, "Falta el costo");
    const again = await publisher.post(`${url}/return`, { ...which(article), note: "Otra vez" });
    assert.equal(again.status, 409);
    await editor.post(`${url}/review`, which(article));
    const body = articleBody("Pozo ciego", { cost: "Es gratis." });
    const saved = await editor.put(`${url}/draft`, { revision: 1, topicIds: [], body });
    assert.equal(saved.body.draft.state, "draft", "what was changed has to be sent again");
    const done = await publisher.post(`${url}/publication`, which(saved.body));
    assert.equal(done.body.published.body.cost, "Es gratis.");
    assert.equal((await stranger.post(`${url}/review`, which(article))).status, 404);
  });
});

describe("a text with days", () => {
  test("is offered until midnight of its last day in the organism's zone, and never after", async () => {
    const article = await published("Moratoria de marzo", { validTo: "2026-03-10", norm: "Ley 14.000" });
    assert.deepEqual(await titles("moratoria"), ["Moratoria de marzo"]);
    kit.clock.set("2026-03-11T02:59:59Z");
    assert.deepEqual(await titles("moratoria"), ["Moratoria de marzo"]);
    kit.clock.set("2026-03-11T03:00:00Z");
    for (const q of ["moratoria", "moratorias marso", ""]) {
      assert.ok(!(await titles(q)).includes("Moratoria de marzo"), q);
    }
    const suggested = await agent.post("/api/v1/article-suggestions", { text: "quiero la moratoria" });
    assert.deepEqual(suggested.body.items, []);
    const opened = await agent.get(`/api/v1/articles/${article.id}`);
    assert.equal(opened.status, 404);
    assert.equal(opened.body.key, "articleNotInForce");
    const edited = (await editor.get(`/api/v1/articles/${article.id}`)).body;
    assert.equal(edited.validity, "expired");
    assert.ok(
      (await care()).some(({ articleId, reason }) => articleId === article.id && reason === "expired"),
    );
    kit.clock.set("2026-03-10T13:00:00Z");
  });

  test("does not replace one that holds before its first day, nor is published when it is over", async () => {
    const article = await published("Tarifa social");
    const url = `/api/v1/articles/${article.id}`;
    const later = await editor.put(`${url}/draft`, {
      ...{ revision: 0, topicIds: [] },
      body: articleBody("Tarifa social nueva", { validFrom: "2026-04-01" }),
    });
    assert.equal((await publisher.post(`${url}/publication`, which(later.body))).body.key, "articleTooEarly");
    const over = await draft("Feria de enero", { validTo: "2026-01-31" });
    const refused = await publisher.post(`/api/v1/articles/${over.id}/publication`, which(over));
    assert.equal(refused.body.key, "articleExpired");
    const reversed = await editor.post("/api/v1/articles", {
      ...{ tenantId: kit.tenantId, topicIds: [] },
      body: articleBody("Al revés", { validFrom: "2026-04-02", validTo: "2026-04-01" }),
    });
    assert.equal(reversed.body.key, "articleValidityReversed");
  });
});

describe("what is found", () => {
  test("knows the words of the organism: abbreviations and expressions, longest first", async () => {
    await published("Tarjeta Única de Ciudadanía");
    const group = await editor.post("/api/v1/article-synonyms", {
      tenantId: kit.tenantId,
      terms: ["TUC", "tarjeta única", "plástico del subsidio"],
    });
    assert.equal(group.status, 201, JSON.stringify(group.body));
    assert.deepEqual(await titles("tuc"), ["Tarjeta Única de Ciudadanía"]);
    assert.deepEqual(await titles("plastico del subsidio"), ["Tarjeta Única de Ciudadanía"]);
    assert.deepEqual((await stranger.get("/api/v1/article-synonyms")).body.items, []);
    assert.equal((await stranger.delete(`/api/v1/article-synonyms/${group.body.id}`)).status, 404);
    const one = await editor.post("/api/v1/article-synonyms", {
      tenantId: kit.tenantId,
      terms: ["TUC", "tuc"],
    });
    assert.equal(one.body.key, "synonymNeedsTwo");
    await editor.delete(`/api/v1/article-synonyms/${group.body.id}`);
    assert.deepEqual(await titles("tuc"), []);
  });

  test("puts what helped often before its equals", async () => {
    await published("Cloaca tapada en la vereda A");
    const second = await published("Cloaca tapada en la vereda B");
    assert.deepEqual(await titles("cloaca tapada"), [
      "Cloaca tapada en la vereda A",
      "Cloaca tapada en la vereda B",
    ]);
    for (let times = 0; times < 3; times += 1) {
      const said = await agent.post(`/api/v1/articles/${second.id}/feedback`, {
        ...{ versionId: second.published?.id, kind: "useful" },
      });
      assert.equal(said.status, 204);
    }
    assert.equal((await titles("cloaca tapada"))[0], "Cloaca tapada en la vereda B");
  });

  test("comes while the story is typed, by what stands in titles and keywords only", async () => {
    await published("Luminaria apagada", {
      keywords: ["foco"],
      whatIsIt: "La calle, la vereda y el barrio.",
    });
    const suggest = async (text: string) =>
      (await agent.post("/api/v1/article-suggestions", { text })).body.items.map(({ title }: ArticleHit) =>
        title.map(({ text: part }) => part).join(""),
      );
    assert.deepEqual(await suggest("Hola, llamo porque hace tres días que el foco de la esquina no anda"), [
      "Luminaria apagada",
    ]);
    assert.deepEqual(await suggest("un problema en el barrio"), []);
    assert.deepEqual(await suggest("de la que"), []);
  });
});

describe("what people say", () => {
  test("is wrong with words, waits for the editor, and is settled once", async () => {
    const article = await published("Poda");
    const url = `/api/v1/articles/${article.id}/feedback`;
    const versionId = article.published?.id;
    assert.equal((await agent.post(url, { versionId, kind: "wrong" })).body.key, "feedbackNeedsWords");
    await agent.post(url, { versionId, kind: "wrong", comment: "El teléfono cambió" });
    const open: Feedback[] = (await editor.get("/api/v1/article-feedback")).body.items;
    const said = open.find(({ articleId }) => articleId === article.id);
    assert.equal(said?.comment, "El teléfono cambió");
    assert.equal(said?.authorName, "Inés");
    assert.equal((await agent.get("/api/v1/article-feedback")).status, 403);
    assert.deepEqual((await stranger.get("/api/v1/article-feedback")).body.items, []);
    const settle = `/api/v1/article-feedback/${said?.id}/settlement`;
    assert.equal((await stranger.post(settle)).status, 404);
    assert.equal((await editor.post(settle)).status, 204);
    assert.equal((await editor.post(settle)).status, 404);
  });

  test("was asked and not found is counted by its words, without numbers that name a person", async () => {
    const ask = (asked: string) => agent.post("/api/v1/article-gaps", { tenantId: kit.tenantId, asked });
    assert.equal((await ask("Permiso de QUEMA, DNI 27.123.456")).status, 204);
    await ask("permiso de quema dni");
    const gaps: Gap[] = (await editor.get("/api/v1/article-gaps")).body.items;
    assert.deepEqual(
      gaps.map(({ asked, times }) => ({ asked, times })),
      [{ asked: "permiso de quema dni", times: 2 }],
    );
    assert.equal(
      (await stranger.post("/api/v1/article-gaps", { tenantId: kit.tenantId, asked: "espiar" })).status,
      404,
    );
    assert.equal((await editor.post(`/api/v1/article-gaps/${gaps[0]?.id}/settlement`)).status, 204);
    assert.deepEqual((await editor.get("/api/v1/article-gaps")).body.items, []);
    assert.equal(askedWords("Mi correo es ana@example.org, tel. 3483-420142"), "mi correo es tel");
    assert.equal(askedWords("ruta 11 km 814"), "ruta 11 km 814");
  });
});

describe("a file of an article", () => {
  const upload = (name: string, bytes: Buffer, audience = "public") => {
    const boundary = "----vera";
    const head = `--${boundary}\r\ncontent-disposition: form-data; name="audience"\r\n\r\n${audience}\r\n--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`;
    return {
      body: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
      headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    };
  };

  test("is kept, downloaded and taken out; what it says it is does not count", async () => {
    const article = await draft("Formulario de poda");
    const url = `/api/v1/articles/${article.id}/attachments`;
    const good = upload("formulario.pdf", Buffer.from("%PDF-1.7 hola"));
    const added = await editor.post(url, good.body, { headers: good.headers });
    assert.equal(added.status, 201, JSON.stringify(added.body));
    const [file] = added.body.attachments;
    assert.equal(file.contentType, "application/pdf");
    const got = await agent.get(`${url}/${file.id}`);
    assert.equal(got.raw.toString(), "%PDF-1.7 hola");
    assert.match(String(got.headers["content-disposition"]), /^attachment/);
    assert.equal((await stranger.get(`${url}/${file.id}`)).status, 404);
    const bad = upload("formulario.pdf", Buffer.from("<html><script>"));
    assert.equal((await editor.post(url, bad.body, { headers: bad.headers })).body.key, "attachmentRefused");
    assert.equal((await agent.post(url, good.body, { headers: good.headers })).status, 403);
    assert.deepEqual((await editor.delete(`${url}/${file.id}`)).body.attachments, []);
    assert.equal((await agent.get(`${url}/${file.id}`)).status, 404);
  });
});
