import assert from "node:assert/strict";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { errorKeysOf } from "./error-keys-check.ts";

const root = join(import.meta.dirname, "../../..");
const sources = globSync("server/src/**/*.ts", { cwd: root }).filter(
  (file) => !/\.test\.ts$|\/testing\//.test(file),
);
const sent = new Set(sources.flatMap((file) => errorKeysOf(readFileSync(join(root, file), "utf8"))));

function textsOf(locale: string): Record<string, string> {
  const file = join(root, `web/shared/i18n/locales/${locale}/errors.json`);
  return JSON.parse(readFileSync(file, "utf8")) as Record<string, string>;
}

test("keys are found in the places where the server refuses", () => {
  assert.ok(sent.size > 100, `only ${sent.size} keys were found`);
  const source = `
    throw new DomainError("invalid", "…", { key: "one" });
    throw invalid(\`a \${b}, c\`, "two");
    function invalid(message: string, key: string): DomainError {}`;
  assert.deepEqual(errorKeysOf(source), ["one", "two"]);
});

for (const locale of ["es-AR", "en"]) {
  test(`every refusal of the server has its words in ${locale}`, () => {
    const texts = textsOf(locale);
    assert.deepEqual(
      [...sent].filter((key) => !(key in texts)),
      [],
    );
  });
}
