import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "node:test";
import { keysOf, keysUsed, withoutPlural } from "./texts-check.ts";

const web = join(import.meta.dirname, "../..");

function textsOf(locale: string): Set<string> {
  const files = globSync(`shared/i18n/locales/${locale}/*.json`, { cwd: web });
  return new Set(
    files.flatMap((file) => {
      const area = basename(file, ".json").replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());
      return keysOf(JSON.parse(readFileSync(join(web, file), "utf8")), area);
    }),
  );
}

const spanish = textsOf("es-AR");
const english = textsOf("en");
const sources = globSync("{apps,shared}/**/*.{ts,tsx}", { cwd: web }).filter(
  (file) => !/\.test\.ts$|texts-check\.ts$/.test(file),
);
const used = keysUsed(sources.map((file) => readFileSync(join(web, file), "utf8")));

test("there are texts and uses to compare", () => {
  assert.ok(spanish.size > 100 && used.exact.size > 100);
});

test("every text exists in Spanish and in English", () => {
  const inSpanish = new Set([...spanish].map(withoutPlural));
  const inEnglish = new Set([...english].map(withoutPlural));
  assert.deepEqual(
    [...inSpanish].filter((key) => !inEnglish.has(key)),
    [],
    "missing in English",
  );
  assert.deepEqual(
    [...inEnglish].filter((key) => !inSpanish.has(key)),
    [],
    "missing in Spanish",
  );
});

test("every key that a screen uses exists", () => {
  const known = new Set([...spanish].map(withoutPlural));
  assert.deepEqual(
    [...used.exact].filter((key) => !known.has(key)),
    [],
  );
  const unmatched = used.patterns.filter((pattern) => ![...known].some((key) => pattern.test(key)));
  assert.deepEqual(unmatched.map(String), []);
});

test("no text is unused", () => {
  const unused = [...spanish]
    .map(withoutPlural)
    .filter((key) => !used.exact.has(key) && !used.patterns.some((pattern) => pattern.test(key)))
    // Texts of errors are chosen by the server's answer.
    .filter((key) => !key.startsWith("errors."));
  assert.deepEqual([...new Set(unused)], []);
});

test("numbers agree in both languages: Spanish has the form for millions too", () => {
  const lacking = [...spanish]
    .filter((key) => key.endsWith("_one"))
    .map((key) => key.slice(0, -4))
    .filter((key) => !spanish.has(`${key}_other`) || !spanish.has(`${key}_many`));
  assert.deepEqual(lacking, []);
});

test("the reader finds keys in quotes, in templates and chosen by a condition", () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: source text that is read, not run
  const found = keysUsed(['t("a.b")', "t(`ui.state.${state}`)", 't(held ? "call.held" : "call.free")']);
  assert.deepEqual([...found.exact], ["a.b", "call.held", "call.free"]);
  assert.ok(found.patterns[0]?.test("ui.state.ready"));
  assert.ok(!found.patterns[0]?.test("ui.stateless"));
});
