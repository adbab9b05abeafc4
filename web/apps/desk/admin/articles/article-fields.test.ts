import assert from "node:assert/strict";
import { test } from "node:test";
import { articleFields, articleText, toBody } from "./article-fields.ts";

const empty = articleFields(null, { topicIds: [], tenantId: "t" });

test("an article comes back from its fields as it was", () => {
  const body = toBody({
    ...empty,
    title: "Partida",
    keywords: "acta, nacimiento",
    onlineUrl: "https://x.ar",
  });
  assert.deepEqual(toBody(articleFields(body, { topicIds: ["a"], tenantId: "t" })), body);
});

test("keywords are split, trimmed and said once; an empty link is none", () => {
  const body = toBody({ ...empty, keywords: " boleta, tasa;boleta\n,", onlineUrl: " " });
  assert.deepEqual(body.keywords, ["boleta", "tasa"]);
  assert.equal(body.onlineUrl, null);
});

test("two versions compare by lines under the name of each section", () => {
  const text = articleText(toBody({ ...empty, title: "Partida", cost: "Gratis\nSiempre" }), (name) => name);
  assert.ok(text.startsWith("# title\nPartida\n"));
  assert.ok(text.includes("# cost\nGratis\nSiempre\n"));
});
