import assert from "node:assert/strict";
import { test } from "node:test";
import { TestClock } from "../../platform/testing/test-clock.ts";
import { Remembered } from "./remembered.ts";

function remembered() {
  const clock = new TestClock("2026-03-10T13:00:00Z");
  const source = { value: "old" as string | undefined, reads: 0, gate: Promise.resolve() };
  const memory = new Remembered(clock, async () => {
    source.reads += 1;
    const { value } = source;
    await source.gate;
    return value;
  });
  return { clock, source, memory };
}

test("what was read is not read again", async () => {
  const { memory, source } = remembered();
  assert.equal(await memory.get("a"), "old");
  assert.equal(await memory.get("a"), "old");
  assert.equal(source.reads, 1);
});

test("a reading that a change overtook is not kept", async () => {
  const { memory, source } = remembered();
  const gate = Promise.withResolvers<void>();
  source.gate = gate.promise;
  const early = memory.get("a");
  source.value = "new";
  memory.forget();
  gate.resolve();
  assert.equal(await early, "old");
  assert.equal(await memory.get("a"), "new");
});

test("a change that nobody told is noticed within half a minute", async () => {
  const { memory, source, clock } = remembered();
  await memory.get("a");
  source.value = "new";
  clock.advance(31);
  assert.equal(await memory.get("a"), "new");
});

test("what does not exist is looked for each time", async () => {
  const { memory, source } = remembered();
  source.value = undefined;
  assert.equal(await memory.get("a"), undefined);
  source.value = "new";
  assert.equal(await memory.get("a"), "new");
});
