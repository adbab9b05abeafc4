import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { ArticleBody } from "@vera/contracts/knowledge";
import { Value } from "typebox/value";
import { DEMO_ARTICLES } from "./demo-articles.ts";

interface Seed {
  jurisdicciones: { nombre: string; organismos: { nombre: string; temas: Record<string, string[]> }[] }[];
}
const seed = JSON.parse(
  readFileSync(new URL("../../demo/data/topics-seed.json", import.meta.url), "utf8"),
) as Seed;

test("every article hangs on a topic of the demonstration's tree", () => {
  for (const { topic } of DEMO_ARTICLES) {
    const [jurisdiction, organism, theme, reason] = topic;
    const themes = seed.jurisdicciones
      .find(({ nombre }) => nombre === jurisdiction)
      ?.organismos.find(({ nombre }) => nombre === organism)?.temas;
    const reasons = themes?.[theme];
    assert.ok(reasons, topic.join(" > "));
    if (reason) assert.ok(reasons.includes(reason), topic.join(" > "));
  }
});

test("every article answers each question of the template and fits the contract", () => {
  assert.ok(DEMO_ARTICLES.length >= 14);
  for (const { body } of DEMO_ARTICLES) {
    assert.ok(Value.Check(ArticleBody, body), body.title);
    // A norm is named by who is sure of it.
    for (const [section, text] of Object.entries(body))
      if (section !== "norm") assert.notEqual(text, "", `${body.title}: ${section}`);
    assert.match(body.agentNote, /Texto de demostración/);
  }
  assert.equal(new Set(DEMO_ARTICLES.map(({ body }) => body.title)).size, DEMO_ARTICLES.length);
});

test("no article states a price, a phone number or an hour of attention: they would be invented", () => {
  for (const { body } of DEMO_ARTICLES) {
    const text = Object.values(body).flat().join("\n");
    assert.doesNotMatch(text, /\$|\b\d{3,5}[- ]\d{3,4}\b|0800|\d{1,2}:\d\d|\bde \d+ a \d+ h/, body.title);
  }
});
