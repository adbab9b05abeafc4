import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { ProviderError } from "../../platform/index.ts";
import { ChildRefusal, ChildWorker } from "./child-worker.ts";

type Question = { ask: "pid" | "hang" | "die" | "refuse" | "break" };

function worker(more: { timeoutMs?: number; idleMs?: number } = {}) {
  const made = new ChildWorker<Question, number>({
    script: new URL("../testing/stubborn-process.ts", import.meta.url),
    timeoutMs: 5000,
    idleMs: 5000,
    ...more,
  });
  after(() => made.close());
  return made;
}

describe("a worker in a process of its own", () => {
  test("answers in order, from one process", async () => {
    const child = worker();
    const pids = await Promise.all([child.ask({ ask: "pid" }), child.ask({ ask: "pid" })]);
    assert.equal(pids[0], pids[1]);
    assert.notEqual(pids[0], process.pid);
  });

  test("that hangs is killed; the question fails, the next is answered by a new process", async () => {
    const child = worker({ timeoutMs: 1500 });
    const before = await child.ask({ ask: "pid" });
    const hung = child.ask({ ask: "hang" });
    const next = child.ask({ ask: "pid" });
    await assert.rejects(hung, (error: unknown) => error instanceof ProviderError && error.retryable);
    assert.notEqual(await next, before);
    assert.throws(() => process.kill(before, 0), "the process that hung is gone");
  });

  test("that dies fails only the question in hand", async () => {
    const child = worker();
    const dying = child.ask({ ask: "die" });
    const next = child.ask({ ask: "pid" });
    await assert.rejects(dying, ProviderError);
    assert.ok((await next) > 0);
  });

  test("tells a refusal from a bug", async () => {
    const child = worker();
    await assert.rejects(child.ask({ ask: "refuse" }), (error: unknown) => {
      return error instanceof ChildRefusal && error.message === "not that one";
    });
    await assert.rejects(child.ask({ ask: "break" }), (error: unknown) => !(error instanceof ChildRefusal));
  });

  test("is let go of when idle, and comes back when asked", async () => {
    const child = worker({ idleMs: 50 });
    const first = await child.ask({ ask: "pid" });
    await sleep(400);
    assert.equal(child.pid, undefined);
    assert.throws(() => process.kill(first, 0));
    assert.notEqual(await child.ask({ ask: "pid" }), first);
  });

  test("that is closed fails what was asked and takes nothing more", async () => {
    const child = worker();
    const asked = child.ask({ ask: "hang" });
    child.close();
    await assert.rejects(asked);
    await assert.rejects(child.ask({ ask: "pid" }));
  });
});
