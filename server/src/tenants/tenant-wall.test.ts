import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { many, run, sql, type TenantId } from "../platform/index.ts";
import { defaultCalendarOf } from "./index.ts";
import { type TenantsDesk, tenantsDesk } from "./testing/tenants-desk.ts";

let kit: TenantsDesk["kit"];
let province: TenantsDesk["province"];
let other: TenantsDesk["province"];

before(async () => {
  const desk = await tenantsDesk();
  ({ kit, province } = desk);
  other = desk.masterOf(kit.otherTenantId);
});
after(() => kit?.close());

describe("one tenant never reaches another's", () => {
  test("every route answers 404 to the other's ids, and lists nothing", async () => {
    const calendarId = await kit.system((ctx) => defaultCalendarOf(ctx, kit.tenantId));
    const topicReply = await province.post("/api/v1/topics", {
      tenantId: kit.tenantId,
      parentId: null,
      kind: "jurisdiction",
      name: "Secreto",
    });
    const topicId = topicReply.body.id;
    const day = { firstDay: "2026-03-10", lastDay: "2026-03-10", effect: "close", spans: [], name: "Ajena" };
    const attempts = [
      other.get(`/api/v1/tenants/${kit.tenantId}`),
      other.patch(`/api/v1/tenants/${kit.tenantId}`, { displayName: "Robada" }),
      other.post(`/api/v1/tenants/${kit.tenantId}/names`, {
        name: "Robada",
        shortName: "R",
        validFrom: "2026-03-10",
      }),
      other.get(`/api/v1/calendars?tenantId=${kit.tenantId}`),
      other.get(`/api/v1/calendars/${calendarId}`),
      other.get(`/api/v1/calendars/${calendarId}/state`),
      other.patch(`/api/v1/calendars/${calendarId}`, { alwaysOpen: true }),
      other.delete(`/api/v1/calendars/${calendarId}`),
      other.post(`/api/v1/calendars/${calendarId}/exceptions`, day),
      other.delete(`/api/v1/calendars/${calendarId}/exceptions/${calendarId}`),
      other.post("/api/v1/calendars", { tenantId: kit.tenantId, name: "Ajena", blocks: [] }),
      other.get(`/api/v1/holidays?tenantId=${kit.tenantId}`),
      other.post("/api/v1/holidays", { tenantId: kit.tenantId, day: "2026-03-10", name: "Ajeno" }),
      other.get(`/api/v1/topics?tenantId=${kit.tenantId}`),
      other.get(`/api/v1/topics/${topicId}`),
      other.patch(`/api/v1/topics/${topicId}`, { name: "Robado" }),
      other.post("/api/v1/topics", { tenantId: kit.tenantId, parentId: null, kind: "theme", name: "Ajeno" }),
    ];
    for (const attempt of attempts) assert.equal((await attempt).status, 404);
    const ids = async (url: string, list: string) =>
      ((await other.get(url)).body[list] as { id: string; tenantId?: string }[]).filter(
        (row) => row.tenantId === kit.tenantId || row.id === kit.tenantId,
      );
    assert.deepEqual(await ids("/api/v1/tenants", "tenants"), []);
    assert.deepEqual(await ids("/api/v1/calendars", "calendars"), []);
    assert.deepEqual(await ids("/api/v1/topics", "topics"), []);
  });

  test("the database alone holds the wall: statements without any filter give the scope's rows only", async () => {
    const tables = ["tenant_name", "calendar", "calendar_block", "calendar_exception", "topic"];
    await kit.as({ tenants: [kit.otherTenantId] }, async (ctx) => {
      for (const table of tables) {
        const rows = await many<{ tenantId: TenantId }>(
          ctx,
          sql`select distinct tenant_id as "tenantId" from ${sql.raw(`tenants.${table}`)}`,
        );
        assert.deepEqual(
          rows.filter(({ tenantId }) => tenantId !== kit.otherTenantId),
          [],
          table,
        );
      }
      assert.equal(
        await run(ctx, sql`update tenants.tenant set slug = slug || 'x' where id = ${kit.tenantId}`),
        0,
      );
    });
    await assert.rejects(
      kit.as({ tenants: [kit.otherTenantId] }, (ctx) =>
        run(
          ctx,
          sql`insert into tenants.tenant_name (tenant_id, name, short_name, valid_from)
          values (${kit.tenantId}, 'Robada', 'R', '2020-01-01')`,
        ),
      ),
      /row-level security/,
    );
    await assert.rejects(
      kit.as({ tenants: [kit.otherTenantId] }, (ctx) =>
        run(
          ctx,
          sql`insert into tenants.holiday (id, scope, day, name) values (${ctx.ids.uuid()}, 'nation', '2026-01-02', 'Falso')`,
        ),
      ),
      /row-level security/,
    );
  });

  test("every change leaves its audit entry in the chain", async () => {
    await province.post("/api/v1/calendars", { tenantId: kit.tenantId, name: "Mesa", blocks: [] });
    await province.patch(`/api/v1/tenants/${kit.tenantId}`, { displayName: "Provincia" });
    const rows = await kit.system((ctx) =>
      many<{ action: string }>(ctx, sql`select distinct action from platform.audit_entry `),
    );
    const actions = rows.map(({ action }) => action);
    for (const expected of ["tenant.changed", "calendar.created", "topic.created"]) {
      assert.ok(actions.includes(expected), expected);
    }
  });
});
