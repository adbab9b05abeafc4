import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { Type } from "typebox";
import { audit, findBrokenAuditEntry } from "./audit/audit.ts";
import { migrate } from "./db/migrate.ts";
import { many, one, run, sql } from "./db/sql.ts";
import { DomainError } from "./errors.ts";
import { defineEvent } from "./events/define-event.ts";
import { emit } from "./events/emit.ts";
import { addJob, defineJob } from "./jobs/jobs.ts";
import { type TestPlatform, testPlatform } from "./testing/index.ts";

const somethingHappened = defineEvent("test.happened", Type.Object({ n: Type.Number() }));

let kit: TestPlatform;
before(async () => {
  kit = await testPlatform({ realClock: true });
});
after(() => kit.close());

describe("a transaction", () => {
  test("sees only the tenants of its scope, whatever the statement asks", async () => {
    const visible = await kit.as({ tenants: [kit.otherTenantId] }, (ctx) =>
      many<{ id: string }>(ctx, sql`select id from tenants.tenant`),
    );
    assert.deepEqual(visible, [{ id: kit.otherTenantId }]);
    const none = await kit.as({ tenants: [] }, (ctx) => many(ctx, sql`select id from tenants.tenant`));
    assert.deepEqual(none, []);
  });

  test("cannot write a row of another tenant", async () => {
    await assert.rejects(
      kit.as({ tenants: [kit.otherTenantId] }, (ctx) =>
        emit(ctx, somethingHappened, { tenantId: kit.tenantId, key: "k", data: { n: 1 } }),
      ),
      /row-level security/,
    );
  });

  test("tells nobody of an event whose transaction failed", async () => {
    let told = 0;
    const stop = kit.platform.events.listen(somethingHappened, () => {
      told += 1;
    });
    await assert.rejects(
      kit.system(async (ctx) => {
        await emit(ctx, somethingHappened, { tenantId: kit.tenantId, key: "k", data: { n: 1 } });
        throw new DomainError("invalid", "no");
      }),
    );
    await kit.system((ctx) =>
      emit(ctx, somethingHappened, { tenantId: kit.tenantId, key: "k", data: { n: 2 } }),
    );
    stop();
    assert.equal(told, 1);
  });
});

describe("a durable subscriber", () => {
  test("reads every event once and in order, and sets a poisonous one aside", async () => {
    const seen: number[] = [];
    kit.platform.events.subscribe("test-reader", [somethingHappened], async (_ctx, event) => {
      const { n } = event.data as { n: number };
      if (n === 13) throw new Error("bad luck");
      seen.push(n);
    });
    for (const n of [11, 12, 13, 14]) {
      await kit.system((ctx) =>
        emit(ctx, somethingHappened, { tenantId: kit.tenantId, key: "k", data: { n } }),
      );
    }
    await kit.platform.events.drained();
    for (let i = 0; i < 40 && !seen.includes(14); i += 1) await kit.platform.events.drained();
    assert.deepEqual(seen.filter((n) => n > 13).length > 0, true);
    assert.ok(seen.indexOf(11) < seen.indexOf(12) && seen.indexOf(12) < seen.indexOf(14));
    const poisoned = await kit.system((ctx) =>
      many(ctx, sql`select 1 from platform.poisoned_event where subscription = 'test-reader'`),
    );
    assert.equal(poisoned.length, 1);
  });
});

describe("the audit chain", () => {
  test("is whole after acts of several people, and names a row that was edited", async () => {
    for (const action of ["a.done", "b.done", "c.done"]) {
      await kit.as({ tenants: [kit.tenantId] }, (ctx) =>
        audit(ctx, { action, tenantId: kit.tenantId, subject: { kind: "test", id: action } }),
      );
    }
    assert.equal(await kit.system((ctx) => findBrokenAuditEntry(ctx)), undefined);
    const { seq } = await kit.system((ctx) =>
      one<{ seq: number }>(ctx, sql`select seq from platform.audit_entry where action = 'b.done'`),
    );
    // As the owner, past the trigger that forbids it: what somebody with the disk in hand would do.
    await sql`alter table platform.audit_entry disable trigger append_only`.execute(kit.platform.db);
    await sql`update platform.audit_entry set actor_name = 'somebody else' where seq = ${seq}`.execute(
      kit.platform.db,
    );
    assert.deepEqual(await kit.system((ctx) => findBrokenAuditEntry(ctx)), { seq, reason: "was changed" });
  });

  test("refuses to be changed by the program itself", async () => {
    await assert.rejects(
      kit.system((ctx) => run(ctx, sql`delete from platform.audit_entry`)),
      /permission denied|append-only/,
    );
    await assert.rejects(
      kit.system((ctx) => run(ctx, sql`delete from platform.event`)),
      /permission denied|append-only/,
    );
  });
});

describe("files", () => {
  test("lie encrypted on disk, open in ranges, and belong to one tenant", async () => {
    const body = Buffer.from("DNI 99014207 ".repeat(20_000));
    const stored = await kit.system((ctx) =>
      ctx.platform.files.put(ctx, { tenantId: kit.tenantId, contentType: "text/plain", body }),
    );
    const { whole, part } = await kit.as({ tenants: [kit.tenantId] }, async (ctx) => {
      const file = await ctx.platform.files.open(ctx, stored.id);
      const chunks: Buffer[] = [];
      for await (const chunk of file.stream({ start: 65_530, end: 65_545 })) chunks.push(chunk as Buffer);
      return { whole: await file.buffer(), part: Buffer.concat(chunks) };
    });
    assert.ok(whole.equals(body));
    assert.ok(part.equals(body.subarray(65_530, 65_546)));
    await assert.rejects(
      kit.as({ tenants: [kit.otherTenantId] }, (ctx) => ctx.platform.files.open(ctx, stored.id)),
      /No such file/,
    );
  });
});

describe("a job", () => {
  test("runs exactly when the transaction that added it was committed", async () => {
    const job = defineJob("test.count", Type.Object({ n: Type.Number() }));
    const ran = Promise.withResolvers<number>();
    kit.platform.jobs.handle(job, async (_ctx, { n }) => ran.resolve(n));
    await assert.rejects(
      kit.as({ tenants: [kit.tenantId] }, async (ctx) => {
        await addJob(ctx, job, { n: 1 });
        throw new Error("rolled back");
      }),
    );
    await kit.as({ tenants: [kit.tenantId] }, (ctx) => addJob(ctx, job, { n: 2 }));
    await kit.platform.jobs.start();
    assert.equal(await ran.promise, 2);
  });
});

describe("migrations", () => {
  test("run once when several nodes start together", async () => {
    assert.deepEqual(await Promise.all([1, 2, 3].map(() => migrate(kit.databaseUrl))), [[], [], []]);
  });
});
