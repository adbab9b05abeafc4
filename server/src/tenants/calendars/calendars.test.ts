import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { many, run, sql } from "../../platform/index.ts";
import { addBusinessTime, createTenant, defaultCalendarOf, openState, prepareTenants } from "../index.ts";
import { type TenantsDesk, tenantsDesk } from "../testing/tenants-desk.ts";

let kit: TenantsDesk["kit"];
let province: TenantsDesk["province"];
let platformAdmin: TenantsDesk["platformAdmin"];
let ministry: TenantsDesk["ministry"];
let masterOf: TenantsDesk["masterOf"];

before(async () => {
  ({ kit, province, platformAdmin, ministry, masterOf } = await tenantsDesk());
});
after(() => kit?.close());

let names = 0;
describe("hours", () => {
  async function calendar(fields: object = {}): Promise<string> {
    names += 1;
    const blocks = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, from: "08:00", until: "18:00" }));
    const reply = await province.post("/api/v1/calendars", {
      tenantId: kit.tenantId,
      name: `Mesa ${names}`,
      blocks,
      ...fields,
    });
    assert.equal(reply.status, 201, JSON.stringify(reply.body));
    return reply.body.id;
  }
  const state = async (id: string, at: string) =>
    (await province.get(`/api/v1/calendars/${id}/state?at=${encodeURIComponent(at)}`)).body;

  test("a national holiday that ships closes every calendar, and a partial one from noon", async () => {
    const id = await calendar();
    assert.deepEqual(await state(id, "2026-05-25T10:00:00-03:00"), {
      open: false,
      reason: "holiday",
      holidayName: "Día de la Revolución de Mayo",
      opensAt: "2026-05-26T11:00:00.000Z",
    });
    assert.equal((await state(id, "2026-12-24T11:59:00-03:00")).until, "2026-12-24T15:00:00.000Z");
    assert.equal((await state(id, "2026-12-24T12:00:00-03:00")).holidayName, "Nochebuena");
    assert.equal(
      (await state(await calendar({ observesHolidays: false }), "2026-05-25T10:00:00-03:00")).open,
      true,
    );
  });

  test("a holiday of the province or the locality closes only who is there", async () => {
    const vera = await kit.system((ctx) =>
      createTenant(ctx, { ...ministry(kit.otherTenantId), province: "AR-S", locality: "Rosario" }),
    );
    const there = await kit.system((ctx) => defaultCalendarOf(ctx, vera.id));
    const at = new Date("2026-10-07T10:00:00-03:00");
    const patron = await kit.system((ctx) => openState(ctx, { calendarId: there, at }));
    assert.equal(patron.holidayName, "Virgen del Rosario");
    assert.equal((await state(await calendar(), "2026-10-07T10:00:00-03:00")).open, true);
  });

  test("a day off added now, from 13:00, holds from the next question on", async () => {
    const id = await calendar();
    assert.equal((await state(id, "2026-03-11T14:00:00-03:00")).open, true);
    const holiday = {
      tenantId: kit.tenantId,
      day: "2026-03-11",
      name: "Asueto por desinfección",
      closedFrom: "13:00",
    };
    const added = await province.post("/api/v1/holidays", holiday);
    assert.deepEqual([added.status, added.body.closedFrom, added.body.closedUntil], [201, "13:00", null]);
    assert.equal((await state(id, "2026-03-11T12:00:00-03:00")).until, "2026-03-11T16:00:00.000Z");
    assert.equal((await state(id, "2026-03-11T14:00:00-03:00")).holidayName, "Asueto por desinfección");
    assert.equal((await province.post("/api/v1/holidays", holiday)).body.key, "holidayExists");
    assert.equal((await province.delete(`/api/v1/holidays/${added.body.id}`)).status, 204);
    assert.equal((await state(id, "2026-03-11T14:00:00-03:00")).open, true);
  });

  test("a day off that an ancestor declares for all closes its descendants, and only when it says so", async () => {
    const child = await kit.system((ctx) => createTenant(ctx, ministry()));
    const calendarId = await kit.system((ctx) => defaultCalendarOf(ctx, child.id));
    const mine = masterOf(child.id);
    const closed = async () =>
      (await mine.get(`/api/v1/calendars/${calendarId}/state?at=2026-03-12T15:00:00Z`)).body.holidayName;
    const day = { tenantId: kit.tenantId, day: "2026-03-12" };
    await province.post("/api/v1/holidays", { ...day, name: "Sólo la casa central" });
    assert.equal(await closed(), undefined);
    await province.post("/api/v1/holidays", { ...day, name: "Asueto provincial", includesDescendants: true });
    assert.equal(await closed(), "Asueto provincial");
    const seen = await mine.get(`/api/v1/holidays?tenantId=${child.id}&from=2026-03-12&to=2026-03-12`);
    assert.deepEqual(
      seen.body.holidays.map(({ name }: { name: string }) => name),
      ["Asueto provincial"],
    );
  });

  test("an exception opens on a holiday; removed, the holiday holds again", async () => {
    const id = await calendar();
    const reply = await province.post(`/api/v1/calendars/${id}/exceptions`, {
      firstDay: "2026-05-25",
      lastDay: "2026-05-25",
      effect: "open",
      spans: [{ from: "09:00", until: "12:00" }],
      name: "Guardia patria",
    });
    assert.equal((await state(id, "2026-05-25T10:00:00-03:00")).holidayName, "Guardia patria");
    await province.delete(`/api/v1/calendars/${id}/exceptions/${reply.body.exceptions[0].id}`);
    assert.equal((await state(id, "2026-05-25T10:00:00-03:00")).reason, "holiday");
  });

  test("hours that make no sense are refused with what to do", async () => {
    const post = (blocks: object[]) =>
      province.post("/api/v1/calendars", { tenantId: kit.tenantId, name: "Mala", blocks });
    assert.equal((await post([{ weekday: 1, from: "18:00", until: "08:00" }])).body.key, "spanBackwards");
    const overlap = [
      { weekday: 1, from: "08:00", until: "12:00" },
      { weekday: 1, from: "11:59", until: "13:00" },
    ];
    assert.equal((await post(overlap)).body.key, "blocksOverlap");
    assert.equal((await post([{ weekday: 1, from: "8", until: "25:00" }])).status, 422);
    assert.equal((await post([{ weekday: 8, from: "08:00", until: "09:00" }])).status, 422);
  });

  test("public holidays are kept from the whole platform only", async () => {
    const fields = { scope: "province", area: "AR-S", day: "2026-08-03", name: "Duelo" };
    assert.equal((await province.post("/api/v1/public-holidays", fields)).status, 403);
    const added = await platformAdmin.post("/api/v1/public-holidays", fields);
    assert.equal(added.status, 201);
    assert.equal((await province.delete(`/api/v1/holidays/${added.body.id}`)).status, 403);
    assert.equal(
      (await platformAdmin.post("/api/v1/public-holidays", { ...fields, area: null })).status,
      422,
    );
  });

  test("shipped holidays are loaded once: what was removed does not come back", async () => {
    await kit.system((ctx) => run(ctx, sql`delete from tenants.holiday where name = 'Carnaval'`));
    await prepareTenants(kit.platform);
    const left = await kit.system((ctx) =>
      many(ctx, sql`select 1 from tenants.holiday where name = 'Carnaval'`),
    );
    assert.equal(left.length, 0);
  });

  test("business time runs on the stored calendar", async () => {
    const calendarId = await calendar();
    const due = await kit.system((ctx) =>
      addBusinessTime(ctx, { calendarId, from: new Date("2026-05-22T17:00:00-03:00"), seconds: 2 * 3600 }),
    );
    assert.equal(due?.toISOString(), "2026-05-26T12:00:00.000Z");
  });
});
