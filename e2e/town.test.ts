import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Trunk } from "@vera/contracts/trunks";
import { Centre } from "./support/centre.ts";
import { dial, hangUpAll } from "./support/citizen.ts";
import { type RunningVera, startDemo } from "./support/running-vera.ts";
import { waitFor } from "./support/wait-for.ts";

let vera: RunningVera;

before(async () => {
  vera = await startDemo();
});
after(async () => {
  await hangUpAll();
  await vera?.stop();
  vera?.remove();
});

async function line(): Promise<Trunk> {
  const { trunks } = await new Centre(vera).request<{ trunks: Trunk[] }>("GET", "/trunks");
  const [trunk] = trunks;
  assert.ok(trunk);
  return trunk;
}

test("in a fresh demonstration the emergency hand-off is answered by the town, which hangs up by itself", async () => {
  const citizen = await dial(vera, { press: "911" });
  // The citizen's own line and the one to the emergency service.
  await waitFor(async () => (await line()).calls === 2, { what: "a call to the outside", timeoutMs: 40_000 });
  const { by } = await citizen.ended;
  assert.equal(by, "them");
  await waitFor(async () => (await line()).calls === 0, { what: "free lines" });
  assert.equal((await line()).asrLastHour, 1, "every seizure was answered, the emergency service's too");
});
