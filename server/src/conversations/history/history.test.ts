import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { many, sql } from "../../platform/index.ts";
import { NO_SURROUNDINGS } from "../surroundings.ts";
import { type ConversationKit, conversationKit } from "../testing/conversation-kit.ts";
import { interactionTimeline } from "./citizen-timeline.ts";

let k: ConversationKit;
before(async () => {
  k = await conversationKit();
});
after(() => k.kit.close());

/** The ids of all pages of two rows. */
async function walk(path: string): Promise<string[]> {
  const seen: string[] = [];
  let cursor = "";
  do {
    const { body } = await k.as().get(`${path}&limit=2${cursor}`);
    seen.push(...body.items.map((row: { id: string }) => row.id));
    cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : "";
  } while (cursor);
  return seen;
}

test("the list filters, sorts and pages without losing or repeating a row", async () => {
  const from = "3482111222";
  const ids: string[] = [];
  for (const waitSeconds of [3, 1, 2, 0, 4]) {
    ids.push(await k.call({ from, waitSeconds, agent: waitSeconds % 2 ? k.agentId : null }));
  }
  const [three, one, two, zero, four] = ids;
  const path = "/api/v1/interactions?address=3482 11-1222";
  assert.deepEqual(await walk(`${path}&order=asc`), ids);
  assert.deepEqual(await walk(path), [...ids].reverse());
  assert.deepEqual(await walk(`${path}&sort=waitMs&order=asc`), [zero, one, two, three, four]);
  assert.deepEqual(await walk(`${path}&sort=waitMs`), [four, three, two, one, zero]);
  assert.deepEqual(new Set(await walk(`${path}&sort=talkMs`)).size, 5, "ties in the sort lose nothing");
  assert.deepEqual(await walk(`${path}&answered=true&order=asc`), [three, one]);
  assert.deepEqual(await walk(`${path}&agentId=${k.agentId}&queueId=${k.queueId}&order=asc`), [three, one]);
  assert.deepEqual(await walk(`${path}&undispositioned=true&order=asc`), [three, one]);
  assert.equal((await k.as().get("/api/v1/interactions?cursor=abc")).status, 422);
});

test("the CSV carries every row and runs in no spreadsheet", async () => {
  await k.call({ from: "=HYPERLINK(1)" });
  const reply = await k.as().get("/api/v1/interactions.csv?address=HYPERLINK");
  assert.match(String(reply.headers["content-type"]), /text\/csv/);
  assert.match(reply.raw.toString(), /'=HYPERLINK\(1\)/);
  assert.doesNotMatch(reply.raw.toString(), /,=HYPERLINK/);
  assert.equal(reply.raw.toString().trim().split("\r\n").length, 2);
});

test("a citizen's contacts with other organisms are counted, and shown for a stated purpose with an audit row", async () => {
  const citizenId = await k.citizen("Nadia", "Espinillo");
  const own = await k.call({ citizenId });
  const foreign = await k.call({ citizenId, tenantId: k.kit.otherTenantId });
  const path = `/api/v1/citizens/${citizenId}/interactions`;

  const without = await k.as().get(path);
  assert.deepEqual(
    without.body.items.map((item: { interactionId: string }) => item.interactionId),
    [own],
  );
  assert.equal(without.body.hiddenCount, 1);

  const withPurpose = await k
    .as()
    .get(`${path}?purpose=${encodeURIComponent("Reclamo repetido por el mismo corte")}`);
  assert.deepEqual(
    withPurpose.body.items.map((item: { interactionId: string; shownByPurpose: boolean }) => [
      item.interactionId,
      item.shownByPurpose,
    ]),
    [
      [foreign, true],
      [own, false],
    ],
  );
  assert.equal(withPurpose.body.hiddenCount, 0);
  const rows = await k.kit.system((ctx) =>
    many<{ detail: { purpose: string } }>(
      ctx,
      sql`select detail from platform.audit_entry where action = 'citizen.other-organisms-viewed'`,
    ),
  );
  assert.equal(rows.length, 1);
  assert.equal(rows[0]?.detail.purpose, "Reclamo repetido por el mismo corte");

  const entries = await k.kit.as({ tenants: [k.kit.tenantId] }, (ctx) =>
    interactionTimeline(NO_SURROUNDINGS).entries(ctx, {
      citizenId,
      tenants: [k.kit.tenantId],
      before: null,
      limit: 10,
    }),
  );
  assert.deepEqual(
    entries.map((entry) => entry.id),
    [own],
  );
});

test("no route gives another organism's interaction", async () => {
  const id = await k.call({});
  const other = k.as({ tenants: [k.kit.otherTenantId] });
  assert.equal((await other.get(`/api/v1/interactions/${id}`)).status, 404);
  assert.equal(
    (await other.get("/api/v1/interactions")).body.items.filter((row: { id: string }) => row.id === id)
      .length,
    0,
  );
  assert.equal((await other.get(`/api/v1/interactions?tenantId=${k.kit.tenantId}`)).body.items.length, 0);
  assert.equal((await other.post(`/api/v1/interactions/${id}/notes`, { text: "x" })).status, 404);
  assert.equal((await other.put(`/api/v1/interactions/${id}/citizen`, { citizenId: null })).status, 404);
  const result = { topicId: k.topicId, outcomeCode: "resuelto", summary: "" };
  assert.equal((await other.post(`/api/v1/interactions/${id}/disposition`, result)).status, 404);
  assert.doesNotMatch((await other.get("/api/v1/interactions.csv")).raw.toString(), new RegExp(id));
});
