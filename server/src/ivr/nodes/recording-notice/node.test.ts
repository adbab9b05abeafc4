import assert from "node:assert/strict";
import { test } from "node:test";
import { BYE, fakeCall } from "../../testing/run-on-fakes.ts";

test("the notice is heard to the end whatever is pressed, marked on the call and told", async () => {
  const call = fakeCall({ soundMs: 3000 });
  call.leg.press(100, "1");
  await call.run({
    notice: { type: "recording-notice", say: [{ text: "recorded" }], exits: { next: "bye" } },
    bye: BYE,
  });
  assert.equal(call.leg.heard[0]?.whole, true);
  assert.equal(call.leg.variables.get("VERA_RECORDING_ANNOUNCED"), "1");
  assert.deepEqual(call.services.news, [{ kind: "recording-announced", nodeId: "notice" }]);
});
