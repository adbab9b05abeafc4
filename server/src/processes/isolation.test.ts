import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { Browser } from "../identity/testing/browser.ts";
import { type Context, many, run, type Sql, sql, type TenantId } from "../platform/index.ts";
import { readTables, type Table, TableFiller } from "./testing/table-filler.ts";
import { type TwoGovernments, twoGovernments } from "./testing/two-governments.ts";
import { type Answer, type Door, doorsOf, knock } from "./testing/walk-routes.ts";

const NOBODY = "01890000-0000-7000-8000-000000000000";

/** What a table's checks ask for beyond its types. */
const OVERRIDES = {
  "ivr.prompt": { kind: "text", text: "Hola" },
  "knowledge.synonym": { terms: ["luz", "alumbrado"], words: ["luz", "alumbrado"] },
};

/** Who is competent for what, and what one can ask for, is public once published. */
const PUBLISHED = ["tickets.competence_book", "tickets.competence_rule", "tickets.ticket_type"];

let both: TwoGovernments;
let tables: ReadonlyMap<string, Table>;
/** Of each table, the id of a row of the demonstration's government. */
const ids = new Map<string, string>();

before(async () => {
  both = await twoGovernments();
  await both.kit.system(async (ctx) => {
    tables = await readTables(ctx);
    const tenantId = both.theirs[0] as TenantId;
    const ticket = { party_ids: [tenantId], origin_tenant_id: tenantId, number: "4812267" };
    const overrides = { ...OVERRIDES, "tickets.ticket": ticket };
    const filler = new TableFiller(ctx, { tenantId, tables, overrides });
    const problems = await filler.fill(walled().map(({ name }) => name));
    assert.deepEqual(
      [...problems],
      [],
      "every table can be given a row: say in OVERRIDES what its checks ask for",
    );
    for (const table of tables.values()) {
      if (table.columns.some(({ name }) => name === "id"))
        ids.set(table.name, String((await filler.row(table.name))["id"]));
    }
  });
});
after(() => both?.close());

function walled(): Table[] {
  return [...tables.values()].filter(({ columns }) => columns.some(({ name }) => name === "tenant_id"));
}

describe("the database", () => {
  test("shows, changes and removes nothing of one government for the other, in no table", async () => {
    const open: string[] = [];
    for (const { name } of walled()) {
      for (const [verb, attempt] of Object.entries(ATTEMPTS)) {
        const rows = await both.kit
          .as({ tenants: [both.own] }, (ctx) => attempt(ctx, sql.raw(name), both.theirs))
          .catch(refused);
        if (rows > 0) open.push(`${verb} ${name}`);
      }
    }
    assert.deepEqual(
      open,
      PUBLISHED.map((name) => `select from ${name}`),
    );
  });
});

type Attempt = (ctx: Context, table: Sql<unknown>, tenantIds: readonly TenantId[]) => Promise<number>;

/** Each says how many rows it got hold of. */
const ATTEMPTS: Readonly<Record<string, Attempt>> = {
  "select from": async (ctx, table, tenantIds) =>
    (await many(ctx, sql`select 1 from ${table} where tenant_id = any (${tenantIds})`)).length,
  update: (ctx, table, tenantIds) =>
    run(ctx, sql`update ${table} set tenant_id = tenant_id where tenant_id = any (${tenantIds})`),
  "delete from": (ctx, table, tenantIds) =>
    run(ctx, sql`delete from ${table} where tenant_id = any (${tenantIds})`),
};

/** Not allowed at all, or a table that nobody changes. */
function refused(error: unknown): number {
  const { code } = error as { code?: string };
  if (code === "42501" || code === "23001") return 0;
  throw error;
}

/** Which table has what a name in a path stands for. */
const THINGS: Readonly<Record<string, string>> = {
  "/agents/:agentId": "identity.account",
  "/api-keys/:id": "identity.api_key",
  "/article-feedback/:id": "knowledge.feedback",
  "/article-gaps/:id": "knowledge.gap",
  "/article-synonyms/:id": "knowledge.synonym",
  "/articles/:articleId": "knowledge.article",
  "/articles/:articleId/attachments/:attachmentId": "knowledge.attachment",
  "/articles/:articleId/versions/:versionId": "knowledge.article_version",
  "/calendars/:id": "tenants.calendar",
  "/calendars/:id/exceptions/:exceptionId": "tenants.calendar_exception",
  "/callback-requests/:callbackId": "routing.callback_request",
  "/calls/:interactionId": "conversations.interaction",
  "/capacity-profiles/:agentId": "identity.account",
  "/competence/books/:bookId": "tickets.competence_book",
  "/entry-points/:entryPointId": "ivr.entry_point",
  "/flows/:flowId": "ivr.flow",
  "/holidays/:id": "tenants.holiday",
  "/interactions/:interactionId": "conversations.interaction",
  "/offers/:offerId": "routing.offer",
  "/offices/:officeId": "tickets.office",
  "/open311-services/:id": "open311.service",
  "/outbound-routes/:id": "voice.route",
  "/outcome-codes/:outcomeCodeId": "conversations.outcome_code",
  "/pause-reasons/:reasonId": "routing.pause_reason",
  "/prompts/:promptId": "ivr.prompt",
  "/queues/:queueId": "routing.queue",
  "/recordings/:id": "voice.recording",
  "/sessions/:id": "identity.session",
  "/skills/:skillId": "routing.skill",
  "/tenants/:id": "tenants.tenant",
  "/tenants/:tenantId": "tenants.tenant",
  "/ticket-types/:typeId": "tickets.ticket_type",
  "/tickets/:ticketId": "tickets.ticket",
  "/topics/:id": "tenants.topic",
  "/trunks/:id": "voice.trunk",
  "/users/:id": "identity.account",
  "/users/:id/memberships/:membershipId": "identity.membership",
  "/voicemails/:voicemailId": "ivr.voicemail",
  "/wrap-ups/:interactionId": "conversations.interaction",
};

/** Of no government: the register of persons, whose wall is the reason and the audit; the roles; public holidays; one's own sign-in. */
const COMMON =
  /^\/(sign-out|password|citizens\/:citizenId|holidays\/:id|roles\/:code|sessions\/:id|flows\/:flowId\/versions\/:version)/;

/** Not let in, or the sample was refused: whether there is such a thing was not looked up. */
const REFUSALS = [401, 403, 422];

/** Doors where what is sent is refused before anybody looks for the thing. */
const REFUSED_BEFORE = ["POST /articles/:articleId/attachments"];

describe("the API", () => {
  test("tells every role of the other government the same of their things as of things that do not exist", async () => {
    const told: string[] = [];
    const unreached: string[] = [];
    for (const door of doorsOf(both.modules.http).filter(({ url }) => !COMMON.test(url))) {
      const visit = await visitAll(door);
      told.push(...visit.told);
      if (mayEnter(door) && visit.isRefused) unreached.push(`${door.method} ${door.url}`);
    }
    assert.deepEqual({ told, unreached }, { told: [], unreached: REFUSED_BEFORE });
  });

  test("has let everybody in until the end of the walk", async () => {
    for (const [role, page] of both.people) assert.equal((await page.get("/api/v1/me")).status, 200, role);
  });

  test("lists nothing of the one for any role of the other", async () => {
    const theirs = walled().filter(({ name }) => !PUBLISHED.includes(name));
    const foreign = [...both.theirs, ...theirs.flatMap(({ name }) => ids.get(name) ?? [])];
    const seen: string[] = [];
    for (const door of doorsOf(both.modules.http).filter(({ method }) => method === "GET")) {
      for (const [role, page] of both.people) {
        const { status, text } = await knock(page, door, () => NOBODY);
        const found = status === 200 ? foreign.filter((id) => text.includes(id)) : [];
        if (found.length > 0) seen.push(`${door.url} ${role}: ${found.join(" ")}`);
      }
    }
    assert.deepEqual(seen, []);
  });
});

/** Every role at one door: where two answers differ, and whether none got further than the door. */
async function visitAll(door: Door): Promise<{ told: string[]; isRefused: boolean }> {
  const told: string[] = [];
  const statuses: number[] = [];
  for (const [role, page] of both.people) {
    const [theirs, nothing] = await knockTwice(page, door);
    if (!theirs.named) continue;
    statuses.push(theirs.status);
    if (plain(theirs) !== plain(nothing))
      told.push(`${door.method} ${door.url} ${role}: ${plain(theirs)} / ${plain(nothing)}`);
  }
  return { told, isRefused: statuses.length > 0 && statuses.every((status) => REFUSALS.includes(status)) };
}

/** With their things, then with what does not exist. */
async function knockTwice(page: Browser, door: Door): Promise<[Answer, Answer]> {
  const theirs = await knock(page, door, (name) => idOf(door.url, name));
  return [theirs, await knock(page, door, () => NOBODY)];
}

/** Without ids and times: those differ by themselves. */
function plain({ status, text }: Answer): string {
  return `${status} ${text.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "id").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, "time")}`;
}

function mayEnter({ permission }: Door): boolean {
  return permission === "signed-in" || both.permissions.has(permission);
}

/** The id that a name in a path, a query or a body stands for. */
function idOf(url: string, name: string): string {
  const prefix = prefixesOf(url).find((part) => part.endsWith(`:${name}`));
  const table =
    THINGS[prefix ?? ""] ?? Object.entries(THINGS).find(([path]) => path.endsWith(`/:${name}`))?.[1];
  if (prefix && !table) throw new Error(`Say in THINGS what ${prefix} names`);
  return (table && ids.get(table)) || NOBODY;
}

/** "/tickets/:ticketId/notes/:noteId" → up to and with each name. */
function prefixesOf(url: string): string[] {
  return [...url.matchAll(/:\w+/g)].map(({ index, 0: name }) => url.slice(0, index + name.length));
}
