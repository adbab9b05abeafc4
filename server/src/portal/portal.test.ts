import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { ArticleBody } from "@vera/contracts/knowledge";
import { routes as knowledgeRoutes } from "../knowledge/index.ts";
import { addService } from "../open311/index.ts";
import { many, sql } from "../platform/index.ts";
import { type TestClient, type TestPlatform, testPlatform } from "../platform/testing/index.ts";
import { createTopic } from "../tenants/index.ts";
import { html } from "./html.ts";
import { routes } from "./index.ts";

let kit: TestPlatform;
let client: TestClient;
let editor: ReturnType<TestClient["as"]>;

before(async () => {
  kit = await testPlatform();
  client = await kit.http((http, platform) => {
    knowledgeRoutes(http);
    routes(http, platform, { webDist: "/nowhere" });
  });
  const permissions = ["article.read", "article.edit", "article.publish"] as const;
  editor = client.as(kit.principal({ permissions, tenants: [kit.tenantId, kit.otherTenantId] }));
  await kit.system(async (ctx) => {
    const { tenantId } = kit;
    const topic = await createTopic(ctx, { tenantId, parentId: null, kind: "reason", name: "Luminaria" });
    await addService(ctx, {
      ...{
        tenantId,
        code: "LUZ",
        topicId: topic.id,
        ticketKind: "service-claim",
        name: "Luminaria <apagada>",
      },
      ...{ description: "", keywords: [], groupName: "", kind: "realtime", notice: "", placeIsPublic: false },
      active: true,
      attributes: [
        {
          ...{ code: "PALO", datatype: "string", required: true, variable: true, values: [] },
          ...{ description: "¿Qué número tiene la columna?", datatype_description: "" },
        },
      ],
    });
  });
});
after(() => kit?.close());

async function publish(
  title: string,
  more: Partial<ArticleBody> = {},
  tenantId = kit.tenantId,
): Promise<string> {
  const sections = {
    whatIsIt: "",
    forWhom: "",
    whatDoINeed: "- DNI\n- Foto",
    cost: "",
    where: "",
    online: "",
  };
  const care = { owner: "", norm: "", validFrom: null, validTo: null, reviewOn: null, requiredData: [] };
  const head = { title, summary: "Resumen", agentNote: "Solo del centro", onlineUrl: null, keywords: [] };
  const body = { ...sections, ...care, ...head, audience: "public", ...more };
  const { body: article } = await editor.post("/api/v1/articles", { tenantId, topicIds: [], body });
  const { id: versionId, revision } = article.draft;
  const done = await editor.post(`/api/v1/articles/${article.id}/publication`, { versionId, revision });
  assert.equal(done.status, 200, JSON.stringify(done.body));
  return article.id;
}
const get = (rest: string, headers: Record<string, string> = {}) =>
  client.get(`/portal/santa-fe${rest}`, { headers });
async function post(rest: string, fields: Record<string, string>) {
  const payload = new URLSearchParams(fields).toString();
  const reply = await client.http.app.inject({
    ...{ method: "POST", url: `/portal/santa-fe${rest}`, payload },
    headers: { "content-type": "application/x-www-form-urlencoded" },
  });
  return { status: reply.statusCode, text: reply.payload, to: String(reply.headers["location"] ?? "") };
}
async function openForm(rest: string): Promise<string> {
  const { body } = await get(rest);
  return /name="token" value="([^"]+)"/.exec(body)?.[1] ?? assert.fail("no token in the form");
}
async function countTickets(): Promise<number> {
  const rows = await kit.system((ctx) =>
    many<{ n: number }>(ctx, sql`select count(*) as n from tickets.ticket`),
  );
  return rows[0]?.n ?? 0;
}

describe("answers", () => {
  test("are the public texts in force: found, read, without what is for the centre", async () => {
    const id = await publish("Licencia de conducir", { requiredData: ["Número de licencia"] });
    const hidden = await publish("Licencia interna", { audience: "internal" });
    const over = await publish("Licencia vieja", { validTo: "2026-03-10" });
    kit.clock.set("2026-03-11T12:00:00Z");
    const found = await get("/answers?q=licensia");
    assert.match(found.body, /Licencia de conducir/);
    assert.doesNotMatch(found.body, /Licencia interna|Licencia vieja/);
    const { body } = await get(`/answers/${id}`);
    assert.match(body, /<li>DNI<\/li><li>Foto<\/li>/);
    assert.match(body, /Número de licencia/);
    assert.doesNotMatch(body, /Solo del centro/);
    for (const gone of [hidden, over, "nada", "01a20aa3-47e6-7c89-b589-c620783aaa9c"]) {
      assert.equal((await get(`/answers/${gone}`)).status, 404, gone);
    }
    kit.clock.set("2026-03-10T13:00:00Z");
  });

  test("of an organism beside this one are not shown", async () => {
    const id = await publish("Tasa municipal", {}, kit.otherTenantId);
    assert.equal((await get(`/answers/${id}`)).status, 404);
    assert.doesNotMatch((await get("/answers?q=tasa")).body, /Tasa municipal/);
    assert.equal((await client.get(`/portal/otra/answers/${id}`)).status, 200);
  });

  test("that are not there are counted for the editors", async () => {
    assert.match((await get("/answers?q=zzqquema%2027123456")).body, /No encontramos nada/);
    const { items } = (await editor.get("/api/v1/article-gaps")).body;
    const [gap] = items.filter(({ asked }: { asked: string }) => asked.startsWith("zzq"));
    assert.deepEqual([gap.asked, gap.fromPublic], ["zzqquema", 1]);
  });

  test("can be said to be wrong by whoever read them, not by a program", async () => {
    const id = await publish("Poda");
    const version = /name="version" value="([^"]+)"/.exec((await get(`/answers/${id}`)).body)?.[1] ?? "";
    const token = await openForm(`/answers/${id}`);
    const wrong = { version, kind: "wrong", comment: "No es así", token };
    await post(`/answers/${id}/feedback`, wrong);
    const open = async () => (await editor.get("/api/v1/article-feedback")).body.items;
    assert.deepEqual(await open(), [], "too fast");
    kit.clock.advance(10);
    await post(`/answers/${id}/feedback`, { ...wrong, website: "x" });
    assert.deepEqual(await open(), [], "trapped");
    const said = await post(`/answers/${id}/feedback`, wrong);
    assert.equal(said.status, 303);
    const [feedback] = await open();
    assert.deepEqual([feedback.source, feedback.comment, feedback.authorName], ["public", "No es así", null]);
    assert.match((await get(`/answers/${id}?thanks`)).body, /Gracias/);
  });
});

describe("a request", () => {
  const fields = { service_code: "LUZ", address_string: "San Martín 1200", description: "No prende" };
  const answered = { ...fields, "attribute[PALO]": "14" };

  test("is made in two steps, gets one number however often it is sent, and shows its way by that number", async () => {
    assert.match((await get("/new")).body, /Luminaria &lt;apagada&gt;/);
    const token = await openForm("/new?service=LUZ");
    kit.clock.advance(20);
    const contact = { first_name: "Celina", email: "celina@example.org" };
    const sent = await post("/new", { ...answered, ...contact, token });
    assert.equal(sent.status, 303, sent.text);
    const again = await post("/new", { ...answered, ...contact, token });
    assert.equal(again.to, sent.to);
    assert.equal(await countTickets(), 1);
    const number = /number=([\d-]+)$/.exec(sent.to)?.[1] ?? "";
    assert.match((await get(`/sent?number=${number}`)).body, new RegExp(number));
    const { body } = await get(`/status?number=${number}`);
    assert.match(body, /Fue recibido/);
    assert.match(body, /aria-current="step"><b>Recibimos tu pedido/);
    assert.doesNotMatch(body, /Celina|San Martín|prende|<script/);
    const rows = await kit.system((ctx) =>
      many<{ description: string }>(ctx, sql`select description from tickets.ticket`),
    );
    assert.match(rows[0]?.description ?? "", /columna\? 14/);
    assert.match(rows[0]?.description ?? "", /no se publica\): Celina · celina@example.org/);
  });

  test("comes back with what was written and what is missing", async () => {
    const before = await countTickets();
    const token = await openForm("/new?service=LUZ");
    const cases: [Record<string, string>, RegExp][] = [
      [{ ...answered, token }, /demasiado rápido/],
      [{ ...answered, token: "1.2.3" }, /demasiado rápido/],
      [{ ...fields, token }, /Falta contestar: ¿Qué número/],
      [{ ...answered, address_string: " ", token }, /Falta el lugar/],
      [{ ...answered, description: "eh", token }, /al menos 5 letras/],
      [{ ...answered, email: "celina", token }, /correo no parece completo/],
    ];
    for (const [given, why] of cases) {
      const reply = await post("/new", given);
      assert.equal(reply.status, 422);
      assert.match(reply.text, why);
      if (given["description"] === "No prende") assert.match(reply.text, />No prende<\/textarea>/);
    }
    assert.equal((await post("/new", { ...answered, token, website: "http://spam" })).status, 303);
    kit.clock.advance(5 * 3_600);
    assert.match((await post("/new", { ...answered, token })).text, /mucho tiempo/);
    assert.equal(await countTickets(), before);
  });

  test("cannot be sent with the form of another organism, nor as fast as a program", async () => {
    const { body } = await client.get("/portal/otra/new");
    assert.match(body, /todavía no recibe pedidos/);
    const statuses = new Set<number>();
    for (let times = 0; times < 12; times += 1) statuses.add((await post("/new", answered)).status);
    assert.ok(statuses.has(429));
  });
});

describe("a status", () => {
  test("says whether a number is mistyped or not there", async () => {
    assert.match((await get("/status?number=4812-26-7")).body, /número mal escrito|No encontramos/);
    assert.match((await get("/status?number=hola")).body, /No encontramos ese pedido/);
  });
});

describe("pages", () => {
  test("speak English to whoever asks, and keep to it; whoever has no organism is told so", async () => {
    assert.match((await get("", { "accept-language": "en-GB,en;q=0.9" })).body, /<html lang="en">/);
    const chosen = await get("?lang=en");
    assert.match(String(chosen.headers["set-cookie"]), /vera-portal-lang=en/);
    assert.match((await get("", { cookie: "vera-portal-lang=en" })).body, /How can we help you/);
    assert.equal((await client.get("/portal/nadie")).status, 404);
    assert.match((await client.get("/portal")).body, /href="\/portal\/santa-fe"/);
  });

  test("never let what somebody wrote become part of the page", async () => {
    const { body } = await get(`/answers?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
    assert.doesNotMatch(body, /<script>alert/);
    assert.equal(
      html`<p title="${`'"<&>`}">${[html`<b>x</b>`, false]}</p>`.text,
      '<p title="&#39;&quot;&lt;&amp;&gt;"><b>x</b></p>',
    );
  });
});
