import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { AGENT_ACTIVITIES } from "@vera/contracts/board";
import { END_REASONS, QUEUE_OUTCOMES } from "@vera/contracts/conversations";

const LOCALES = join(import.meta.dirname, "../../../shared/i18n/locales");

for (const locale of ["es-AR", "en"]) {
  test(`whatever a call behind a number ended with has its words in ${locale}`, () => {
    const texts = JSON.parse(readFileSync(join(LOCALES, locale, "reports.json"), "utf8")) as {
      outcome: Record<string, string>;
    };
    const outcomes = [...QUEUE_OUTCOMES, ...END_REASONS, ...AGENT_ACTIVITIES];
    assert.deepEqual(
      outcomes.filter((outcome) => !texts.outcome[outcome]),
      [],
    );
  });
}
