import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { openInteraction } from "../../conversations/index.ts";
import { type InteractionId, many, sql } from "../../platform/index.ts";
import { addEntryPoint } from "../entry-points/change-entry-points.ts";
import { createFlow } from "../flows/edit-flow.ts";
import { publishFlow } from "../flows/publish-flow.ts";
import type { FakeLeg } from "../testing/fake-leg.ts";
import { TEST_QUEUE, type TestIvr, testIvr } from "../testing/test-ivr.ts";

const GRAPH: FlowGraph = {
  start: "notice",
  nodes: {
    notice: { type: "recording-notice", say: [{ text: "Se graba." }], exits: { next: "menu" } },
    menu: {
      type: "menu",
      say: [{ text: "Elegí." }],
      options: [
        { key: "1", label: "Agua" },
        { key: "2", label: "Mensaje" },
      ],
      attempts: 1,
      exits: { 1: "mark", 2: "mailbox", "no-input": "bye", "no-match": "bye" },
    },
    mark: { type: "set-data", data: { topic: "agua" }, exits: { next: "queue" } },
    queue: {
      type: "queue",
      queueId: TEST_QUEUE,
      maxWaitSeconds: 300,
      exits: { timeout: "bye", overflow: "bye", closed: "bye" },
    },
    mailbox: {
      type: "voicemail",
      say: [{ text: "Dejá tu mensaje." }],
      queueId: TEST_QUEUE,
      exits: { left: "bye", empty: "bye" },
    },
    bye: { type: "hangup", say: [{ text: "Chau." }], exits: {} },
  },
};

let on: TestIvr;
let entryPointId = "";
let flowId = "";
let numbers = 1000;
before(async () => {
  on = await testIvr();
  await on.kit.system(async (ctx) => {
    const { tenantId } = on.kit;
    const flow = await createFlow(ctx, { tenantId, name: "Principal", graph: GRAPH });
    await publishFlow(ctx, { flowId: flow.id, note: null, publishing: on.ivr.publishing });
    const entry = await addEntryPoint(ctx, {
      tenantId,
      number: "0800-555-1111",
      name: "Principal",
      flowId: flow.id,
    });
    [entryPointId, flowId] = [entry.id, flow.id];
  });
});
after(() => on.close());

async function newInteraction(): Promise<InteractionId> {
  numbers += 1;
  const { interactionId } = await on.kit.system((ctx) =>
    openInteraction(ctx, {
      tenantId: on.kit.tenantId,
      channel: "voice",
      direction: "inbound",
      fromAddress: `+54349243${numbers}`,
      toAddress: "+548005551111",
      entryPointId,
      externalId: `call-${numbers}`,
    }),
  );
  return interactionId;
}

function run(leg: FakeLeg, interactionId: InteractionId, resumed = false) {
  return on.ivr.run({
    interactionId,
    tenantId: on.kit.tenantId,
    entryPointId,
    citizenId: null,
    leg,
    resumed,
  });
}

async function eventsOf(interactionId: string, types: string[]) {
  return await on.kit.system((ctx) =>
    // biome-ignore lint/suspicious/noExplicitAny: the test looks into the data of several kinds of event
    many<{ type: string; data: any }>(
      ctx,
      sql`select type, data from platform.event where key = ${interactionId} and type = any(${`{${types.join(",")}}`}::text[]) order by seq`,
    ),
  );
}

async function rowOf(interactionId: string) {
  const [row] = await on.kit.system((ctx) =>
    many<{ nodeId: string; endedHow: string | null; data: object }>(
      ctx,
      sql`select node_id as "nodeId", ended_how as "endedHow", data from ivr.flow_run where interaction_id = ${interactionId}`,
    ),
  );
  return row;
}

/** What a run told is written behind its back. */
async function written(interactionId: string): Promise<void> {
  for (let tries = 0; tries < 100 && (await rowOf(interactionId))?.endedHow == null; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("a call through a published flow", () => {
  test("is led to the queue, and its choices are told", async () => {
    const interactionId = await newInteraction();
    const { leg, services } = on.newCall();
    leg.press(2000, "1").at(60_000, () => services.queue.settle("answered"));
    assert.equal(await run(leg, interactionId), "answered");
    assert.equal(services.queue.entered[0]?.topic, "agua");
    await written(interactionId);
    const events = await eventsOf(interactionId, ["flow.step", "flow.ended", "recording.announced"]);
    assert.deepEqual(
      events.map((event) => [event.type, event.data.nodeId, event.data.exit ?? event.data.how ?? null]),
      [
        ["recording.announced", "notice", null],
        ["flow.step", "menu", "1"],
        ["flow.ended", "queue", "answered"],
      ],
    );
    assert.equal(events[1]?.data.label, "Agua");
    assert.deepEqual(await rowOf(interactionId), { nodeId: "queue", endedHow: "answered", data: {} });
  });

  test("goes on in the queue after the process died there, without greeting again", async () => {
    const interactionId = await newInteraction();
    const before = on.newCall();
    before.leg.press(2000, "1");
    // The process dies: nobody ever answers this promise.
    void run(before.leg, interactionId);
    for (let tries = 0; tries < 100 && (await rowOf(interactionId))?.nodeId !== "queue"; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const after_ = on.newCall();
    after_.leg.at(5000, () => after_.services.queue.settle("answered"));
    assert.equal(await run(after_.leg, interactionId, true), "answered");
    assert.deepEqual(after_.leg.heard, []);
    assert.equal(after_.services.queue.entered[0]?.topic, "agua", "what was collected is still known");
    before.leg.hangUp(0);
  });

  test("911 dialled in the menu is an emergency: told, and out of the service level", async () => {
    const interactionId = await newInteraction();
    const { leg } = on.newCall();
    leg.press(3000, "911", 300);
    assert.equal(await run(leg, interactionId), "emergency");
    await written(interactionId);
    const events = await eventsOf(interactionId, ["emergency.handed-off", "flow.ended"]);
    assert.deepEqual(
      events.map((event) => event.type),
      ["emergency.handed-off", "flow.ended"],
    );
    assert.deepEqual([events[0]?.data.code, events[0]?.data.via], ["911", "dialled"]);
    const [row] = await on.kit.system((ctx) =>
      many<{ emergency: string }>(
        ctx,
        sql`select emergency from conversations.interaction where id = ${interactionId}`,
      ),
    );
    assert.equal(row?.emergency, "911");
  });

  test("a message left is kept encrypted, listed, and its raw file goes", async () => {
    const interactionId = await newInteraction();
    const path = join(mkdtempSync(join(tmpdir(), "vera-voicemail-")), "message.wav");
    copyFileSync(new URL("../testing/sounds/two-tones.mp3", import.meta.url), path);
    const { leg } = on.newCall({ voicemail: { path, durationSeconds: 7 } });
    leg.press(2000, "2");
    await run(leg, interactionId);
    assert.equal(existsSync(path), false);
    const http = await on.kit.http((door) => on.ivr.routes(door));
    const listener = http.as(on.kit.principal({ permissions: ["recording.list", "recording.listen"] }));
    const [message] = (await listener.get("/api/v1/voicemails")).body.voicemails;
    assert.deepEqual([message.interactionId, message.durationSeconds], [interactionId, 7]);
    const audio = await listener.get(`/api/v1/voicemails/${message.id}/audio`);
    assert.equal(audio.raw.length, 40_542);
    assert.equal((await listener.post(`/api/v1/voicemails/${message.id}/handled`, {})).status, 200);
    assert.deepEqual((await listener.get("/api/v1/voicemails")).body.voicemails, []);
  });

  test("whose number leads to nothing published hears an apology, not silence", async () => {
    const interactionId = await newInteraction();
    const { leg } = on.newCall();
    const tenantId = on.kit.tenantId;
    const entry = await on.kit.system(async (ctx) => {
      const flow = await createFlow(ctx, { tenantId, name: "Sin publicar" });
      return await addEntryPoint(ctx, { tenantId, number: "147", name: "147", flowId: flow.id });
    });
    const how = await on.ivr.run({
      interactionId,
      tenantId,
      entryPointId: entry.id,
      citizenId: null,
      leg,
      resumed: false,
    });
    assert.equal(how, "completed");
    assert.equal(leg.heard.length, 1);
  });

  test("stays in its version while another is published", async () => {
    const interactionId = await newInteraction();
    const { leg, services } = on.newCall();
    leg.at(3000, () => {
      void on.kit.system((ctx) =>
        publishFlow(ctx, { flowId: flowId as never, note: null, publishing: on.ivr.publishing }),
      );
    });
    leg.press(4000, "1").at(60_000, () => services.queue.settle("answered"));
    assert.equal(await run(leg, interactionId), "answered");
    await written(interactionId);
    const [ended] = await eventsOf(interactionId, ["flow.ended"]);
    assert.equal(ended?.data.version, 1);
  });
});

describe("hours", () => {
  test("of the tenant's calendar decide the way", async () => {
    const { tenantId } = on.kit;
    const calendarId = on.kit.platform.ids.uuid();
    await on.kit.system(async (ctx) => {
      await many(
        ctx,
        sql`insert into tenants.calendar (id, tenant_id, name, always_open) values (${calendarId}, ${tenantId}, 'Siempre', true)`,
      );
    });
    const graph: FlowGraph = {
      start: "hours",
      nodes: {
        hours: { type: "hours", calendarId, exits: { open: "yes", closed: "no" } },
        yes: { type: "hangup", say: [{ text: "Abierto." }], exits: {} },
        no: { type: "hangup", exits: {} },
      },
    };
    const entry = await on.kit.system(async (ctx) => {
      const flow = await createFlow(ctx, { tenantId, name: "Con horario", graph });
      await publishFlow(ctx, { flowId: flow.id, note: null, publishing: on.ivr.publishing });
      return await addEntryPoint(ctx, { tenantId, number: "148", name: "148", flowId: flow.id });
    });
    const { leg } = on.newCall();
    const interactionId = await newInteraction();
    await on.ivr.run({
      interactionId,
      tenantId,
      entryPointId: entry.id,
      citizenId: null,
      leg,
      resumed: false,
    });
    assert.equal(leg.heard.length, 1);
  });
});
