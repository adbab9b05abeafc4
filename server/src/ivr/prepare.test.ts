import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { type Logger, ProviderError } from "../platform/index.ts";
import { type TestPlatform, testPlatform } from "../platform/testing/index.ts";
import { createIvr } from "./create-ivr.ts";
import { FakeLeg } from "./testing/fake-leg.ts";
import { FakeServices } from "./testing/fake-services.ts";

const soundsFolder = mkdtempSync(join(tmpdir(), "vera-prepare-"));
let kit: TestPlatform;
before(async () => {
  kit = await testPlatform();
});
after(async () => {
  await kit.close();
  rmSync(soundsFolder, { recursive: true, force: true });
});

/** A voice that says nothing until it is closed or breaks, and what was logged as an error meanwhile. */
function speechless() {
  const errors: string[] = [];
  const log = Object.assign(Object.create(kit.platform.log) as Logger, {
    error: (_fields: object, message: string) => void errors.push(message),
  });
  const asked = Promise.withResolvers<void>();
  const speech = Promise.withResolvers<never>();
  const engine = {
    id: "speechless",
    speak: () => {
      asked.resolve();
      return speech.promise;
    },
    close: () => speech.reject(new ProviderError("The worker was closed", { retryable: false })),
  };
  const services = new FakeServices(new FakeLeg());
  const ports = { queue: services.queue, callbacks: services.callbacks, queueExists: async () => true };
  const ivr = createIvr({ ...kit.platform, log }, ports, { soundsFolder, engine });
  return { ivr, errors, asked: asked.promise, breakDown: engine.close };
}

test("a program that is stopped while its sentences are voiced logs no failure", async () => {
  const { ivr, errors, asked } = speechless();
  const prepared = ivr.prepare();
  await asked;
  await ivr.close();
  await prepared;
  assert.deepEqual(errors, []);
});

test("a voice that breaks while sentences are voiced is logged", async () => {
  const { ivr, errors, asked, breakDown } = speechless();
  const prepared = ivr.prepare();
  await asked;
  breakDown();
  await prepared;
  assert.equal(errors.length, 1);
  await ivr.close();
});
