import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { many, sql } from "../../platform/index.ts";
import type { TestClient } from "../../platform/testing/index.ts";
import { speechLevelDb } from "../speech/audio/level.ts";
import { durationMs } from "../speech/audio/pcm.ts";
import { readWav } from "../speech/audio/read-wav.ts";
import { type TestIvr, testIvr } from "../testing/test-ivr.ts";

const MP3 = readFileSync(new URL("../testing/sounds/two-tones.mp3", import.meta.url));

let on: TestIvr;
let http: TestClient;
before(async () => {
  on = await testIvr();
  http = await on.kit.http((door) => on.ivr.routes(door));
});
after(() => on.close());

function manager(tenants = [on.kit.tenantId]) {
  return http.as(
    on.kit.principal({ permissions: ["flow.read", "flow.edit", "flow.publish", "prompt.manage"], tenants }),
  );
}

/** A multipart form (RFC 7578) with one file. */
function form(fields: Record<string, string>, file: Buffer | null) {
  const boundary = "vera-test-boundary";
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${boundary}\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  );
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="voz.mp3"\r\nContent-Type: audio/mpeg\r\n\r\n`;
  const body = Buffer.concat([
    Buffer.from(parts.join("")),
    ...(file === null ? [] : [Buffer.from(head), file, Buffer.from("\r\n")]),
    Buffer.from(`--${boundary}--\r\n`),
  ]);
  return { body, headers: { "content-type": `multipart/form-data; boundary=${boundary}` } };
}

async function upload(fields: Record<string, string>, file: Buffer | null, tenants = [on.kit.tenantId]) {
  const { body, headers } = form(fields, file);
  return await manager(tenants).post("/api/v1/prompts/upload", body, { headers });
}

describe("a recorded prompt", () => {
  test("in MP3 is heard as a levelled telephone WAV", async () => {
    const reply = await upload({ tenantId: on.kit.tenantId, key: "bienvenida", name: "Bienvenida" }, MP3);
    assert.equal(reply.status, 201, JSON.stringify(reply.body));
    assert.deepEqual([reply.body.kind, reply.body.key], ["recorded", "bienvenida"]);
    assert.ok(Math.abs(reply.body.durationSeconds - 2.19) < 0.06, String(reply.body.durationSeconds));
    const audio = await manager().get(`/api/v1/prompts/${reply.body.id}/audio`);
    assert.equal(audio.headers["content-type"], "audio/wav");
    const pcm = readWav(audio.raw);
    assert.equal(pcm.sampleRate, 8000);
    assert.ok(Math.abs(durationMs(pcm) - 2190) < 60);
    assert.ok(Math.abs(speechLevelDb(pcm) + 20) < 1);
  });

  test("that cannot be used is refused, saying why, and leaves nothing behind", async () => {
    const rubbish = Buffer.concat([Buffer.from("ID3"), Buffer.alloc(4000, 7)]);
    const reply = await upload({ tenantId: on.kit.tenantId, key: "roto", name: "Roto" }, rubbish);
    assert.equal(reply.status, 422);
    assert.match(reply.body.detail, /damaged/);
    const { prompts } = (await manager().get("/api/v1/prompts")).body;
    assert.ok(!prompts.some((prompt: { key: string }) => prompt.key === "roto"));
    const files = await on.kit.system((ctx) =>
      many(ctx, sql`select 1 from platform.file where name = 'roto'`),
    );
    assert.equal(files.length, 0);
  });

  test("over 10 MB is refused", async () => {
    const huge = Buffer.alloc(10_000_050);
    MP3.copy(huge);
    const reply = await upload({ tenantId: on.kit.tenantId, key: "enorme", name: "Enorme" }, huge);
    assert.ok(reply.status === 422 || reply.status === 413, String(reply.status));
  });

  test("needs its whole form", async () => {
    const fields = { tenantId: on.kit.tenantId, key: "x", name: "X" };
    assert.equal((await upload(fields, null)).status, 422);
    assert.equal((await upload({ ...fields, key: "No Vale" }, MP3)).status, 422);
    assert.equal((await upload({ ...fields, tenantId: "nadie" }, MP3)).status, 422);
    assert.equal((await upload(fields, MP3, [on.kit.otherTenantId])).status, 404);
  });
});

describe("a written prompt", () => {
  test("is voiced when it is written, and anew when its words change", async () => {
    const body = {
      tenantId: on.kit.tenantId,
      key: "horario",
      name: "Horario",
      text: "Atendemos de ocho a dieciocho.",
    };
    const first = await manager().post("/api/v1/prompts", body);
    assert.equal(first.status, 201, JSON.stringify(first.body));
    assert.ok(first.body.durationSeconds > 0.5);
    const url = `/api/v1/prompts/${first.body.id}`;
    const second = await manager().put(`${url}/text`, { text: "Atendemos de siete a trece." });
    assert.equal(second.body.id, first.body.id);
    assert.ok(on.engine.spoken.includes("Atendemos de siete a trece."));
  });

  test("is replaced by a recording of the same key, keeping its id", async () => {
    const body = { tenantId: on.kit.tenantId, key: "cierre", name: "Cierre", text: "Gracias." };
    const written = await manager().post("/api/v1/prompts", body);
    const recorded = await upload({ tenantId: on.kit.tenantId, key: "cierre", name: "Cierre" }, MP3);
    assert.equal(recorded.body.id, written.body.id);
    assert.deepEqual([recorded.body.kind, recorded.body.text], ["recorded", null]);
  });

  test("cannot be removed while a flow says it", async () => {
    const text = { tenantId: on.kit.tenantId, key: "usado", name: "Usado", text: "Se usa." };
    const prompt = (await manager().post("/api/v1/prompts", text)).body;
    const graph = { start: "bye", nodes: { bye: { type: "hangup", say: [{ prompt: "usado" }], exits: {} } } };
    const flow = { tenantId: on.kit.tenantId, name: "Lo dice", graph };
    const created = (await manager().post("/api/v1/flows", flow)).body;
    assert.deepEqual(created.problems, []);
    const kept = await manager().delete(`/api/v1/prompts/${prompt.id}`);
    assert.equal(kept.status, 409);
    assert.match(kept.body.detail, /Lo dice/);
    const draft = {
      revision: created.revision,
      graph: { start: "bye", nodes: { bye: { type: "hangup", exits: {} } } },
    };
    await manager().put(`/api/v1/flows/${created.id}/draft`, draft);
    assert.equal((await manager().delete(`/api/v1/prompts/${prompt.id}`)).status, 204);
  });

  test("can be listened to before it is kept", async () => {
    const reply = await manager().post("/api/v1/speech-preview", { text: "Solo para escuchar." });
    assert.equal(reply.headers["content-type"], "audio/wav");
    assert.ok(durationMs(readWav(reply.raw)) > 300);
  });
});
