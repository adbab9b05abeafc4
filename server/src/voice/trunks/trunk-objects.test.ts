import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import type { Ari } from "../ari/connect-ari.ts";
import { type TestAsterisk, testAsterisk } from "../testing/test-asterisk.ts";
import { placeCall } from "../user-agent/sip-caller.ts";
import { SipEndpoint } from "../user-agent/sip-endpoint.ts";
import { register } from "../user-agent/sip-register.ts";
import {
  endpointOfTrunk,
  heldVersion,
  putTrunk,
  removeTrunk,
  type TrunkLine,
  versionOf,
} from "./trunk-objects.ts";

const PASSWORD = "una-clave-larga-de-prueba";
let us: TestAsterisk;
let carrier: TestAsterisk;
let here: Ari;
let there: Ari;

before(async () => {
  [us, carrier] = await Promise.all([testAsterisk({ trunk: false }), testAsterisk({ trunk: false })]);
  [here, there] = await Promise.all([us.ari(), carrier.ari()]);
});
after(async () => {
  await us?.close();
  await carrier?.close();
});

function line(more: Partial<TrunkLine>): TrunkLine {
  return {
    id: "uno",
    kind: "register",
    host: "127.0.0.1",
    port: carrier.sip.port,
    transport: "udp",
    username: "santafe",
    password: PASSWORD,
    addresses: [],
    ...more,
  };
}

async function online(ari: Ari, trunkId: string): Promise<boolean> {
  const resource = endpointOfTrunk(trunkId);
  return (await ari.call("GET /endpoints/{tech}/{resource}", { tech: "PJSIP", resource })).state === "online";
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 300; i += 1) {
    if (await holds()) return;
    await sleep(50);
  }
  assert.fail("it did not become so within 15 s");
}

for (const transport of ["udp", "tcp"] as const) {
  test(`we register at a carrier by ${transport} and both sides can call`, async () => {
    await putTrunk(there, line({ kind: "account", id: "cliente", host: null, transport }));
    await putTrunk(here, line({ id: "prestadora", username: endpointOfTrunk("cliente"), transport }));
    await until(() => online(there, "cliente"));

    const arrived = there.waitFor("StasisStart", () => true, 15_000);
    const outgoing = await here.call("POST /channels", {
      endpoint: `PJSIP/08001112222@${endpointOfTrunk("prestadora")}`,
      app: here.app,
      callerId: "3424506600",
    });
    const at = await arrived;
    assert.deepEqual(at.args, ["in", "08001112222", endpointOfTrunk("cliente")]);
    await here.call("DELETE /channels/{channelId}", { channelId: outgoing.id });

    const back = here.waitFor("StasisStart", ({ args }) => args[0] === "in", 15_000);
    const incoming = await there.call("POST /channels", {
      endpoint: `PJSIP/08005551111@${endpointOfTrunk("cliente")}`,
      app: there.app,
    });
    assert.deepEqual((await back).args, ["in", "08005551111", endpointOfTrunk("prestadora")]);
    await there.call("DELETE /channels/{channelId}", { channelId: incoming.id });
    await removeTrunk(here, "prestadora");
    await until(async () => !(await online(there, "cliente")));
    await removeTrunk(there, "cliente");
  });
}

test("an account opens with its password only, for registering and for calling", async () => {
  await putTrunk(there, line({ kind: "account", id: "central", host: null, username: null }));
  const username = endpointOfTrunk("central");
  const exchange = await SipEndpoint.open();
  after(() => exchange.close());
  const to = carrier.sip;
  assert.equal(await register(exchange, { to, username, password: "otra" }), 401);
  assert.equal(await register(exchange, { to, username, password: PASSWORD }), 200);
  const wrong = { username, password: "otra" };
  const refused = await placeCall({ ...to, from: username, to: "148", credentials: wrong });
  await assert.rejects(refused.answered(), /401/);
  const started = there.waitFor("StasisStart", () => true, 15_000);
  const credentials = { username, password: PASSWORD };
  const call = await placeCall({ ...to, from: username, to: "148", credentials });
  assert.deepEqual((await started).args, ["in", "148", endpointOfTrunk("central")]);
  await call.hangup();
  await removeTrunk(there, "central");
});

test("Asterisk tells which version of a trunk it holds, and forgets a removed one", async () => {
  const first = line({ id: "v", kind: "address", addresses: ["127.0.0.9"], username: null, password: null });
  await putTrunk(here, first);
  assert.equal(await heldVersion(here, "v"), versionOf(first));
  const second = { ...first, addresses: ["127.0.0.10"] };
  await putTrunk(here, second);
  assert.equal(await heldVersion(here, "v"), versionOf(second));
  const fields = await here.call("GET /asterisk/config/dynamic/{configClass}/{objectType}/{id}", {
    configClass: "res_pjsip",
    objectType: "identify",
    id: endpointOfTrunk("v"),
  });
  const match = fields.filter(({ attribute }) => attribute === "match").map(({ value }) => value);
  assert.ok(match.join().includes("127.0.0.10") && !match.join().includes("127.0.0.9"), match.join());
  await removeTrunk(here, "v");
  assert.equal(await heldVersion(here, "v"), undefined);
});
