import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { Open311ServiceFields } from "@vera/contracts/open311";
import type { Permission } from "@vera/contracts/permissions";
import type { TSchema } from "typebox";
import { Compile } from "typebox/schema";
import Value from "typebox/value";
import { createApiKey, createIdentity, type Identity } from "../identity/index.ts";
import type { Context, Http, TenantScope } from "../platform/index.ts";
import { type TestPlatform, testPlatform } from "../platform/testing/index.ts";
import { createTopic } from "../tenants/index.ts";
import { addService } from "./change-services.ts";
import { routes } from "./index.ts";
import { DefinitionReply, RequestReply, ServiceReply } from "./replies.ts";

const SCHEMAS = join(import.meta.dirname, "../../../../shared/data/open311");
let kit: TestPlatform;
let identity: Identity;
let http: Http;
let key: string;
let readerKey: string;

const FIELDS: Omit<Open311ServiceFields, "tenantId" | "topicId" | "code"> = {
  ...{
    ticketKind: "service-claim",
    name: "Luminaria apagada",
    description: "Una luz de la calle que no prende",
  },
  ...{ keywords: ["foco", "luz"], groupName: "Alumbrado", kind: "realtime", notice: "La mira una cuadrilla" },
  ...{ placeIsPublic: true, active: true },
  attributes: [
    {
      ...{ code: "ALCANCE", datatype: "singlevaluelist", required: true, variable: true },
      ...{ description: "¿Una sola o toda la cuadra?", datatype_description: "" },
      values: [
        { key: "1", name: "Una sola" },
        { key: "2", name: "Toda la cuadra" },
      ],
    },
  ],
};

before(async () => {
  kit = await testPlatform();
  identity = await createIdentity(kit.platform);
  http = (await kit.http((door, platform) => routes(door, platform, identity))).http;
  await kit.system(async (ctx) => {
    const offer = async (code: string, more: Partial<Open311ServiceFields>) => {
      const tenantId = more.tenantId ?? kit.tenantId;
      const topic = {
        tenantId: tenantId as typeof kit.tenantId,
        parentId: null,
        kind: "reason" as const,
        name: code,
      };
      const { id: topicId } = await createTopic(ctx, topic);
      await addService(ctx, { ...FIELDS, ...more, tenantId, topicId, code });
    };
    await offer("LUZ", {});
    await offer("RUIDO", { name: "Ruidos <molestos>", placeIsPublic: false, attributes: [], kind: "batch" });
    await offer("VIEJO", { active: false });
    await offer("OTRO", { tenantId: kit.otherTenantId, attributes: [] });
    key = await makeKey(ctx, "ticket.create");
    readerKey = await makeKey(ctx, "ticket.read");
  });
});
after(async () => {
  identity?.close();
  await kit?.close();
});

async function makeKey(ctx: Context, permission: Permission): Promise<string> {
  const principal = { userId: null, grants: new Map<Permission, TenantScope>([[permission, "system"]]) };
  const fields = { tenantId: kit.tenantId, name: permission, permissions: [permission] };
  return (await createApiKey(ctx, { fields, principal })).key;
}

interface Reply {
  readonly status: number;
  readonly text: string;
  // biome-ignore lint/suspicious/noExplicitAny: tests read replies of every shape and assert on them
  readonly body: any;
  readonly type: string;
}
async function ask(url: string): Promise<Reply> {
  return shown(await http.app.inject({ url: `/open311/${url}` }));
}
async function send(fields: Record<string, string>, url = "v2/requests.json"): Promise<Reply> {
  const payload = new URLSearchParams(fields).toString();
  const headers = { "content-type": "application/x-www-form-urlencoded; charset=utf-8" };
  return shown(await http.app.inject({ method: "POST", url: `/open311/${url}`, payload, headers }));
}
function shown(reply: Awaited<ReturnType<typeof http.app.inject>>): Reply {
  const type = String(reply.headers["content-type"]);
  const body = type.includes("json") ? JSON.parse(reply.payload) : undefined;
  return { status: reply.statusCode, text: reply.payload, body, type };
}
const valid = { jurisdiction_id: "santa-fe", service_code: "LUZ", address_string: "San Martín 1200" };
const light = () => ({ ...valid, api_key: key, "attribute[ALCANCE]": "2", description: "No prende" });

/** Against the standard's own schema where it is at hand, and always against ours. */
function fits(t: { diagnostic(text: string): void }, file: string, ours: TSchema, value: unknown): void {
  assert.ok(Value.Check(ours, value), JSON.stringify([...Value.Errors(ours, value)].slice(0, 3)));
  const path = join(SCHEMAS, file);
  if (!existsSync(path)) {
    t.diagnostic(`${file} is not here: only our own schema was checked`);
    return;
  }
  const schema = JSON.parse(readFileSync(path, "utf8")) as object;
  assert.ok(Compile(schema).Check(value), `${file}: ${JSON.stringify(value)}`);
}

describe("services", () => {
  test("are those that the jurisdiction offers, in both formats", async (t) => {
    const { body } = await ask("v2/services.json?jurisdiction_id=santa-fe");
    assert.deepEqual(body.map((service: ServiceReply) => service.service_code).sort(), ["LUZ", "RUIDO"]);
    for (const service of body) fits(t, "schema_service.json", ServiceReply, service);
    const xml = await ask("v2/services.xml?jurisdiction_id=santa-fe");
    assert.match(xml.type, /^text\/xml; charset=utf-8/);
    assert.match(xml.text, /^<\?xml version="1.0" encoding="utf-8"\?>\n<services><service><service_code>LUZ/);
    assert.match(xml.text, /Ruidos &lt;molestos&gt;/);
  });

  test("define their questions", async (t) => {
    const { body } = await ask("v2/services/LUZ.json?jurisdiction_id=santa-fe");
    fits(t, "schema_service-definition.json", DefinitionReply, body);
    assert.equal(body.attributes[0].values[1].name, "Toda la cuadra");
    const xml = await ask("v2/services/LUZ.xml?jurisdiction_id=santa-fe");
    assert.match(
      xml.text,
      /<attributes><attribute>.*<values><value><key>1<\/key><name>Una sola<\/name><\/value>/,
    );
  });

  test("refuse with the standard's numbers what is missing or not there", async () => {
    const cases: [string, number][] = [
      ["v2/services.json", 400],
      ["v2/services.json?jurisdiction_id=", 400],
      ["v2/services.json?jurisdiction_id=nadie", 404],
      ["v2/services/NADA.json?jurisdiction_id=santa-fe", 404],
      ["v2/services/VIEJO.json?jurisdiction_id=santa-fe", 404],
      ["v2/services/OTRO.json?jurisdiction_id=santa-fe", 404],
      ["v2/requests/1-1-1.json?jurisdiction_id=santa-fe", 404],
      ["v2/tokens/nada.json?jurisdiction_id=santa-fe", 404],
      ["v2/requests.json?jurisdiction_id=santa-fe&status=rota", 400],
      ["v2/requests.json?jurisdiction_id=santa-fe&start_date=ayer", 400],
      [
        "v2/requests.json?jurisdiction_id=santa-fe&start_date=2026-01-01T00:00:00Z&end_date=2026-06-01T00:00:00Z",
        400,
      ],
    ];
    for (const [url, status] of cases) {
      const reply = await ask(url);
      assert.equal(reply.status, status, `${url} ${reply.text}`);
      assert.equal(reply.body[0].code, status);
      assert.ok(reply.body[0].description.length > 5);
    }
    const xml = await ask("v2/services.xml?jurisdiction_id=nadie");
    assert.match(xml.text, /<errors><error><code>404<\/code><description>/);
    assert.equal((await ask("v2/services.csv?jurisdiction_id=santa-fe")).status, 404);
  });
});

test("discovery names the endpoint and both formats", async () => {
  const { body } = await ask("discovery.json");
  assert.deepEqual(body.endpoints[0].formats, ["text/xml", "application/json"]);
  assert.match(body.endpoints[0].url, /\/open311\/v2$/);
  assert.match((await ask("v2/discovery.xml")).text, /<formats><format>text\/xml<\/format>/);
});

describe("a request", () => {
  test("is sent with a key, followed by its number, and shows nobody and nobody's words", async (t) => {
    const secret = {
      first_name: "Celina",
      last_name: "Algarrobo",
      email: "celina@example.org",
      phone: "3483420142",
    };
    const sent = await send({
      ...light(),
      ...secret,
      description: "Soy Celina, DNI 27123456",
      media_url: "https://x.ar/1.jpg",
    });
    assert.equal(sent.status, 201, sent.text);
    const [{ service_request_id: id, service_notice: notice }] = sent.body;
    assert.equal(notice, "La mira una cuadrilla");
    const { body, text } = await ask(`v2/requests/${id}.json?jurisdiction_id=santa-fe`);
    fits(t, "schema_request.json", RequestReply, body[0]);
    assert.equal(body[0].status, "open");
    assert.match(body[0].status_notes, /recibido/);
    assert.equal(body[0].address, "San Martín 1200");
    const list = await ask("v2/requests.xml?jurisdiction_id=santa-fe&service_code=LUZ&status=open");
    assert.match(list.text, new RegExp(`<service_requests><request><service_request_id>${id}<`));
    for (const words of [...Object.values(secret), "27123456", "x.ar", "Toda la cuadra"]) {
      assert.ok(!text.includes(words) && !list.text.includes(words), words);
    }
    assert.deepEqual((await ask("v2/requests.json?jurisdiction_id=otra")).body, []);
    assert.deepEqual((await ask(`v2/requests.json?jurisdiction_id=santa-fe&status=closed`)).body, []);
  });

  test("of a batch service answers with a token that gives the number; its place stays private", async () => {
    const sent = await send({ ...valid, service_code: "RUIDO", api_key: key });
    const { token, service_request_id: none } = sent.body[0];
    assert.equal(none, undefined);
    const found = await ask(`v2/tokens/${token}.json?jurisdiction_id=santa-fe`);
    const id = found.body[0].service_request_id;
    assert.match(id, /^\d+-26-\d$/);
    assert.equal((await ask(`v2/tokens/${token}.json?jurisdiction_id=otra`)).status, 404);
    const { body } = await ask(`v2/requests.json?jurisdiction_id=santa-fe&service_request_id=${id}`);
    assert.equal(body[0].address, null);
  });

  test("is refused without a good key, a place, a service or right answers; nothing is opened", async () => {
    const before = (await ask("v2/requests.json?jurisdiction_id=santa-fe")).body.length;
    const { api_key: _, ...keyless } = light();
    const { address_string: __, ...nowhere } = light();
    const cases: [Record<string, string>, number, RegExp][] = [
      [keyless, 403, /api_key/],
      [{ ...light(), api_key: "vera_nadie_xxxxxxxx" }, 403, /key/],
      [{ ...light(), api_key: readerKey }, 403, /ticket.create/],
      [{ ...light(), jurisdiction_id: "otra", service_code: "OTRO" }, 403, /jurisdiction/],
      [{ ...light(), service_code: "" }, 400, /service_code/],
      [{ ...light(), service_code: "OTRO" }, 404, /service_code/],
      [nowhere, 400, /location/],
      [{ ...nowhere, lat: "-29.4" }, 400, /lat and long/],
      [{ ...nowhere, lat: "95", long: "0" }, 400, /lat and long/],
      [{ ...light(), "attribute[ALCANCE]": "9" }, 400, /ALCANCE/],
      [{ ...light(), "attribute[ALCANCE]": "" }, 400, /required/],
      [{ ...light(), "attribute[NADA]": "1" }, 400, /NADA/],
      [{ ...light(), media_url: "javascript:alert(1)" }, 400, /media_url/],
      [{ ...light(), description: "x".repeat(4001) }, 400, /4000/],
    ];
    for (const [fields, status, why] of cases) {
      const reply = await send(fields);
      assert.equal(reply.status, status, reply.text);
      assert.match(reply.body[0].description, why);
    }
    assert.equal((await ask("v2/requests.json?jurisdiction_id=santa-fe")).body.length, before);
    assert.equal((await send(light(), "v2/requests.xml")).status, 201);
  });
});
