import assert from "node:assert/strict";
import { test } from "node:test";
import {
  checkDigit,
  makeTicketNumber,
  readTicketNumber,
  showTicketNumber,
  spellTicketNumber,
} from "./ticket-number.ts";

test("the check digit is Damm's: 572 ends in 4", () => {
  assert.equal(checkDigit("572"), 4);
  assert.equal(checkDigit("5724"), 0);
});

test("a number is printed in groups, and read back in every spelling", () => {
  const number = makeTicketNumber({ sequence: 4812, year: 2026 });
  const [sequence, year, check] = spellTicketNumber(number);
  assert.deepEqual([sequence, year], ["4812", "26"]);
  assert.equal(showTicketNumber(number), `4812-26-${check}`);
  for (const typed of [
    number,
    `4812-26-${check}`,
    `4812 / 26 / ${check}`,
    `${number}#`,
    `N° ${number}`,
    `0${number}`,
  ]) {
    assert.deepEqual(readTicketNumber(typed), { kind: "number", number }, typed);
  }
});

test("what is no number at all is told from a mistyped one", () => {
  assert.equal(readTicketNumber("alumbrado").kind, "no-number");
  assert.equal(readTicketNumber("123456").kind, "no-number");
  assert.equal(readTicketNumber("").kind, "no-number");
  assert.equal(readTicketNumber(`${makeTicketNumber({ sequence: 4812, year: 2026 })}9`).kind, "mistyped");
});

test("every single wrong digit and every swap of neighbours is noticed, over thousands of numbers", () => {
  for (let sequence = 1001; sequence < 90_000; sequence += 37) {
    const number = makeTicketNumber({ sequence, year: 2026 + (sequence % 4) });
    for (let at = 0; at < number.length; at += 1) {
      for (let digit = 0; digit <= 9; digit += 1) {
        if (String(digit) === number[at]) continue;
        assert.notEqual(checkDigit(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`), 0);
      }
      const [one = "", other = ""] = [number[at], number[at + 1]];
      if (other === "" || one === other) continue;
      assert.notEqual(checkDigit(`${number.slice(0, at)}${other}${one}${number.slice(at + 2)}`), 0, number);
    }
  }
});
