import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { many, sql } from "../../platform/index.ts";
import type { TestClient } from "../../platform/testing/index.ts";
import { TEST_QUEUE, type TestIvr, testIvr } from "../testing/test-ivr.ts";

const DESIGNER = ["flow.read", "flow.edit", "flow.publish", "prompt.manage"] as const;

let on: TestIvr;
let http: TestClient;
before(async () => {
  on = await testIvr();
  http = await on.kit.http((door) => on.ivr.routes(door));
});
after(() => on.close());

function designer(permissions: readonly (typeof DESIGNER)[number][] = DESIGNER) {
  return http.as(on.kit.principal({ permissions }));
}

function greeting(text: string): FlowGraph {
  return { start: "bye", nodes: { bye: { type: "hangup", say: [{ text }], exits: {} } } };
}

async function newFlow(name: string, graph?: FlowGraph) {
  const reply = await designer().post("/api/v1/flows", {
    tenantId: on.kit.tenantId,
    name,
    ...(graph && { graph }),
  });
  assert.equal(reply.status, 201, JSON.stringify(reply.body));
  return reply.body;
}

describe("a flow's draft", () => {
  test("begins as something that can be published", async () => {
    const flow = await newFlow("Nuevo");
    assert.equal(flow.publishedVersion, null);
    assert.deepEqual(flow.problems, []);
    const published = await designer().post(`/api/v1/flows/${flow.id}/publish`, {});
    assert.equal(published.status, 200, JSON.stringify(published.body));
    assert.equal(published.body.version, 1);
  });

  test("may have problems, which come back with it, and then cannot be published", async () => {
    const flow = await newFlow("Con errores");
    const graph = {
      start: "queue",
      nodes: { queue: { type: "queue", queueId: on.kit.platform.ids.uuid(), maxWaitSeconds: 60, exits: {} } },
    };
    const saved = await designer().put(`/api/v1/flows/${flow.id}/draft`, { revision: flow.revision, graph });
    assert.equal(saved.status, 200, JSON.stringify(saved.body));
    const codes = saved.body.problems.map((problem: { code: string }) => problem.code);
    assert.ok(codes.includes("unknown-queue") && codes.includes("dead-end"), codes.join());
    const refused = await designer().post(`/api/v1/flows/${flow.id}/publish`, {});
    assert.equal(refused.status, 409);
    assert.match(refused.body.detail, /leads nowhere/);
  });

  test("knows the queues that exist", async () => {
    const graph: FlowGraph = {
      start: "notice",
      nodes: {
        notice: { type: "recording-notice", say: [{ text: "Se graba." }], exits: { next: "queue" } },
        queue: {
          type: "queue",
          queueId: TEST_QUEUE,
          maxWaitSeconds: 60,
          exits: { timeout: "bye", overflow: "bye", closed: "bye" },
        },
        bye: { type: "hangup", exits: {} },
      },
    };
    const reply = await designer().post("/api/v1/flow-validation", { tenantId: on.kit.tenantId, graph });
    assert.deepEqual(reply.body, { problems: [] });
  });

  test("of two editors, the second to save is told", async () => {
    const flow = await newFlow("A cuatro manos");
    const body = { revision: flow.revision, graph: greeting("uno") };
    assert.equal((await designer().put(`/api/v1/flows/${flow.id}/draft`, body)).status, 200);
    const late = await designer().put(`/api/v1/flows/${flow.id}/draft`, { ...body, graph: greeting("dos") });
    assert.equal(late.status, 409);
  });

  test("that is no graph is refused and changes nothing", async () => {
    const flow = await newFlow("Entero");
    const graph = { start: "x", nodes: { x: { type: "dance", exits: {} } } };
    const reply = await designer().put(`/api/v1/flows/${flow.id}/draft`, { revision: flow.revision, graph });
    assert.equal(reply.status, 422);
    assert.equal((await designer().get(`/api/v1/flows/${flow.id}`)).body.revision, flow.revision);
  });

  test("names are unique in a tenant", async () => {
    await newFlow("Único");
    const again = await designer().post("/api/v1/flows", { tenantId: on.kit.tenantId, name: "Único" });
    assert.equal(again.status, 409);
  });
});

describe("publishing", () => {
  test("voices what the flow says, so that its first caller does not wait", async () => {
    const flow = await newFlow("Hablado", greeting("Una frase que nadie dijo antes."));
    assert.ok(!on.engine.spoken.includes("Una frase que nadie dijo antes."));
    await designer().post(`/api/v1/flows/${flow.id}/publish`, {});
    assert.ok(on.engine.spoken.includes("Una frase que nadie dijo antes."));
  });

  test("a voice that fails leaves the version before in force", async () => {
    const flow = await newFlow("Mudo", greeting("Otra frase nueva."));
    on.engine.broken = true;
    const reply = await designer().post(`/api/v1/flows/${flow.id}/publish`, {});
    on.engine.broken = false;
    assert.equal(reply.status, 503, JSON.stringify(reply.body));
    assert.equal((await designer().get(`/api/v1/flows/${flow.id}`)).body.publishedVersion, null);
  });

  test("keeps every version; rolling back publishes the old graph as a new one", async () => {
    const flow = await newFlow("Con historia", greeting("primera"));
    const url = `/api/v1/flows/${flow.id}`;
    await designer().post(`${url}/publish`, { note: "la primera" });
    await designer().put(`${url}/draft`, { revision: flow.revision, graph: greeting("segunda") });
    assert.equal((await designer().get(url)).body.draftChanged, true);
    await designer().post(`${url}/publish`, {});
    assert.equal((await designer().get(url)).body.draftChanged, false);
    const back = await designer().post(`${url}/rollback`, { version: 1 });
    assert.deepEqual([back.body.version, back.body.rollbackOf], [3, 1]);
    const versions = (await designer().get(`${url}/versions`)).body.versions;
    assert.deepEqual(
      versions.map((one: { version: number; note: string | null }) => [one.version, one.note]),
      [
        [3, null],
        [2, null],
        [1, "la primera"],
      ],
    );
    const third = (await designer().get(`${url}/versions/3`)).body.graph;
    assert.deepEqual(third, greeting("primera"));
    assert.equal((await designer().post(`${url}/rollback`, { version: 9 })).status, 404);
  });

  test("a version never changes", async () => {
    await assert.rejects(on.kit.system((ctx) => many(ctx, sql`update ivr.flow_version set note = 'x'`)));
  });

  test("is in the audit log, with who did it", async () => {
    const flow = await newFlow("Auditado");
    await designer().post(`/api/v1/flows/${flow.id}/publish`, {});
    const acts = await on.kit.system((ctx) =>
      many<{ action: string; name: string }>(
        ctx,
        sql`select action, actor_name as name from platform.audit_entry where subject_id = ${flow.id} order by seq`,
      ),
    );
    assert.deepEqual(acts, [
      { action: "flow.created", name: "Prueba" },
      { action: "flow.published", name: "Prueba" },
    ]);
  });
});

describe("who may", () => {
  test("edit is not publish", async () => {
    const flow = await newFlow("Sin permiso");
    const editor = designer(["flow.read", "flow.edit"]);
    assert.equal((await editor.post(`/api/v1/flows/${flow.id}/publish`, {})).status, 403);
    assert.equal((await http.get(`/api/v1/flows/${flow.id}`)).status, 401);
  });

  test("another tenant's flow does not exist", async () => {
    const flow = await newFlow("Ajeno");
    const stranger = http.as(on.kit.principal({ permissions: DESIGNER, tenants: [on.kit.otherTenantId] }));
    assert.equal((await stranger.get(`/api/v1/flows/${flow.id}`)).status, 404);
    assert.equal((await stranger.post(`/api/v1/flows/${flow.id}/publish`, {})).status, 404);
    const body = { tenantId: on.kit.tenantId, name: "Intruso" };
    assert.equal((await stranger.post("/api/v1/flows", body)).status, 404);
    assert.deepEqual((await stranger.get("/api/v1/flows")).body.flows, []);
  });
});

describe("the number that citizens dial", () => {
  test("leads to its flow however it is written, and to one flow only", async () => {
    const flow = await newFlow("Línea");
    const body = { tenantId: on.kit.tenantId, number: "0800-555-1111", name: "Principal", flowId: flow.id };
    const added = await designer().post("/api/v1/entry-points", body);
    assert.equal(added.status, 201, JSON.stringify(added.body));
    assert.equal(
      (await designer().post("/api/v1/entry-points", { ...body, number: "8005551111" })).status,
      409,
    );
    for (const dialled of ["08005551111", "8005551111", "+548005551111"]) {
      const found = await on.ivr.entryPoint(dialled);
      assert.deepEqual(found, { entryPointId: added.body.id, tenantId: on.kit.tenantId });
    }
    const url = `/api/v1/entry-points/${added.body.id}`;
    assert.equal((await designer().patch(url, { active: false })).body.active, false);
    assert.equal(await on.ivr.entryPoint("08005551111"), undefined);
    assert.equal((await designer().delete(url)).status, 204);
    assert.deepEqual((await designer().get("/api/v1/entry-points")).body.entryPoints, []);
  });

  test("that is no number, or a flow of nobody, is refused", async () => {
    const flow = await newFlow("Otra línea");
    const body = { tenantId: on.kit.tenantId, number: "mesa", name: "X", flowId: flow.id };
    assert.equal((await designer().post("/api/v1/entry-points", body)).status, 422);
    const nobody = { ...body, number: "147", flowId: on.kit.platform.ids.uuid() };
    assert.equal((await designer().post("/api/v1/entry-points", nobody)).status, 404);
  });
});

test("the editor is told the kinds of node and the emergency numbers", async () => {
  const { kinds } = (await designer().get("/api/v1/flow-node-kinds")).body;
  assert.equal(kinds.length, 15);
  const { numbers } = (await designer().get("/api/v1/emergency-numbers")).body;
  assert.ok(numbers.some((one: { code: string }) => one.code === "911"));
});
