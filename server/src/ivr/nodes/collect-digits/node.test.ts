import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { FlowNode, NodeOf } from "@vera/contracts/ivr-nodes";
import { BYE, fakeCall, says } from "../../testing/run-on-fakes.ts";

function asking(more: Partial<NodeOf<"collect-digits">> = {}): Record<string, FlowNode> {
  return {
    ask: {
      type: "collect-digits",
      say: [{ text: "dni?" }],
      variable: "dni",
      minDigits: 6,
      maxDigits: 8,
      check: "dni",
      exits: { collected: "got", "no-input": "nothing", invalid: "wrong" },
      ...more,
    },
    got: { type: "say", say: [{ value: "dni", as: "digits" }], exits: { next: "bye" } },
    nothing: says("nothing"),
    wrong: says("wrong"),
    bye: BYE,
  };
}

async function heardAfter(keys: [number, string][], more: Partial<NodeOf<"collect-digits">> = {}) {
  const call = fakeCall();
  for (const [atMs, text] of keys) call.leg.press(atMs, text);
  const how = await call.run(asking(more));
  return { how, words: call.leg.heard.map((sound) => sound.path), call };
}

describe("collecting digits", () => {
  test("takes the longest number without waiting further", async () => {
    const { words, call } = await heardAfter([[500, "30123456"]]);
    assert.deepEqual(words, ["dni?", "digits(30123456)", "bye"]);
    assert.ok(call.leg.nowMs < 5000);
  });

  test("ends a shorter number at #", async () => {
    assert.ok((await heardAfter([[500, "6123456#"]])).words.includes("digits(6123456)"));
  });

  test("ends a shorter number at a pause", async () => {
    assert.ok((await heardAfter([[500, "6123456"]])).words.includes("digits(6123456)"));
  });

  test("asks again after a number that is too short", async () => {
    const { words } = await heardAfter([
      [500, "12#"],
      [5000, "30123456"],
    ]);
    assert.deepEqual(words.slice(0, 3), ["dni?", "El número no es correcto.", "dni?"]);
    assert.ok(words.includes("digits(30123456)"));
  });

  test("leaves by its exits when the attempts are used up", async () => {
    assert.ok((await heardAfter([[500, "1#"]], { attempts: 1 })).words.includes("wrong"));
    assert.ok((await heardAfter([], { attempts: 2 })).words.includes("nothing"));
  });

  test("checks the digit of a CUIL", async () => {
    const cuil = { check: "cuil", minDigits: 11, maxDigits: 11, attempts: 1 } as const;
    assert.ok((await heardAfter([[500, "20055361682"]], cuil)).words.includes("digits(20055361682)"));
    assert.ok((await heardAfter([[500, "20055361683"]], cuil)).words.includes("wrong"));
  });

  test("reads the number back and starts again on 2", async () => {
    const { words } = await heardAfter(
      [
        [500, "30123456"],
        [4000, "2"],
        [9000, "30123457"],
        [12_000, "1"],
      ],
      { confirm: true },
    );
    assert.equal(words.filter((word) => word === "Marcaste").length, 2);
    assert.ok(words.includes("digits(30123457)"));
  });

  test("hands over who types an emergency code and nothing else", async () => {
    const { how } = await heardAfter([[500, "911"]]);
    assert.equal(how, "emergency");
  });

  test("leaves a number that contains 911 alone", async () => {
    assert.ok((await heardAfter([[500, "91191191"]])).words.includes("digits(91191191)"));
  });
});
