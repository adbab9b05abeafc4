import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type TrunkBench, trunkBench, trunkTo } from "../testing/trunk-bench.ts";
import { placeCall } from "../user-agent/sip-caller.ts";
import { changeTrunk } from "./change-trunk.ts";

let bench: TrunkBench;
before(async () => {
  bench = await trunkBench();
});
beforeEach(() => bench.open());
afterEach(() => bench.reset());
after(() => bench?.close());

test("calls that ended while our process was away are closed, calls that live are kept", async () => {
  await bench.carrier("entrada", () => undefined);
  const started = bench.ari.waitFor("StasisStart", () => true, 15_000);
  const call = await placeCall({ ...bench.asterisk.sip, from: "3424123456", to: "148" });
  const { channel } = await started;
  await bench.ari.call("POST /channels/{channelId}/answer", { channelId: channel.id });
  await call.answered();
  await sleep(100);
  await bench.trunks.close();
  const open = await bench.again();
  assert.equal(bench.ended.length, 0);
  await open.close();
  await call.hangup();
  await sleep(200);
  await (await bench.again()).close();
  await bench.seizuresWritten(1);
  assert.deepEqual([bench.ended[0]?.outcome, bench.ended[0]?.cause], ["answered", 0]);
});

test("a trunk changed in the administration is used as changed, and Asterisk's restart loses none", async () => {
  let at = "";
  const id = await bench.carrier("uno", (call) => {
    at = call.to;
    call.refuse(486);
  });
  await bench.allow([id]);
  await bench.dial("+5493424123456");
  assert.equal(at, "5493424123456");
  const settings = trunkTo(bench.portOf(id), { numberFormat: "national" });
  await bench.kit.system((ctx) => changeTrunk(ctx, { trunkId: id, settings }));
  await bench.trunks.settled();
  const back = new Promise<void>((resolve) => {
    const stop = bench.ari.onConnection((state) => {
      if (state !== "connected") return;
      stop();
      resolve();
    });
  });
  process.kill(bench.asterisk.instance.pid, "SIGKILL");
  await back;
  await sleep(500);
  assert.deepEqual(await bench.dial("+5493424123456"), { status: "busy" });
  assert.equal(at, "0342154123456");
});
