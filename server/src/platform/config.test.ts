import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readConfiguration } from "./config.ts";
import { configurationPage } from "./configuration-page.ts";

test("the page of settings says what the program reads", () => {
  const page = join(import.meta.dirname, "../../../docs/operations/configuration.md");
  assert.equal(
    readFileSync(page, "utf8"),
    configurationPage(),
    "run: node scripts/write-configuration-page.ts",
  );
});

test("an empty environment listens on loopback and logs no personal data", () => {
  const { address, sipAddress, logPii, tls } = readConfiguration({});
  assert.deepEqual(
    { address, sipAddress, logPii, tls },
    { address: "127.0.0.1", sipAddress: "127.0.0.1", logPii: false, tls: undefined },
  );
});

test("the public address is an origin: a path, a user or another scheme is refused", () => {
  assert.equal(
    readConfiguration({ VERA_PUBLIC_URL: "https://vera.example/" }).publicUrl,
    "https://vera.example",
  );
  assert.equal(readConfiguration({}).publicUrl, undefined);
  for (const wrong of [
    "vera.example",
    "ftp://vera.example",
    "https://a@vera.example",
    "https://vera.example/desk",
  ])
    assert.throws(() => readConfiguration({ VERA_PUBLIC_URL: wrong }), /VERA_PUBLIC_URL/, wrong);
});

test("every wrong or unknown setting is named in one message", () => {
  const environment = { VERA_LOG_LEVEL: "loud", VERA_PASWORD: "x", VERA_TLS_KEY: "key.pem" };
  assert.throws(() => readConfiguration(environment), /VERA_LOG_LEVEL.*VERA_PASWORD.*VERA_TLS_CERTIFICATE/s);
});
