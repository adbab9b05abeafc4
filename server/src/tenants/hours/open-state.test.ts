import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { openStateAt } from "./open-state.ts";
import { type HoursRules, minutesOf } from "./rules.ts";

const BUENOS_AIRES = "America/Argentina/Buenos_Aires";

function span(text: string): { start: number; end: number } {
  const [from = "", until = ""] = text.split("-");
  return { start: minutesOf(from), end: minutesOf(until) };
}

/** Monday to Friday with the given blocks. */
function weekdays(...blocks: string[]): HoursRules["week"] {
  return [1, 2, 3, 4, 5].flatMap((weekday) => blocks.map((block) => ({ weekday, ...span(block) })));
}

function rules(change: Partial<HoursRules>): HoursRules {
  return {
    zone: BUENOS_AIRES,
    alwaysOpen: false,
    week: weekdays("08:00-18:00"),
    holidays: [],
    exceptions: [],
    ...change,
  };
}

const at = (text: string) => new Date(text);
const iso = (date: Date | undefined) => date?.toISOString();

describe("hours of the week", () => {
  test("opens at the first minute and closes at the last", () => {
    const centre = rules({});
    assert.equal(openStateAt(centre, at("2026-11-25T07:59:59-03:00")).open, false);
    assert.equal(openStateAt(centre, at("2026-11-25T08:00:00-03:00")).open, true);
    assert.equal(openStateAt(centre, at("2026-11-25T17:59:59-03:00")).open, true);
    assert.equal(openStateAt(centre, at("2026-11-25T18:00:00-03:00")).open, false);
  });

  test("between two blocks of a day it is closed until the second", () => {
    const state = openStateAt(
      rules({ week: weekdays("08:00-12:00", "16:00-20:00") }),
      at("2026-11-25T13:00:00-03:00"),
    );
    assert.deepEqual(state, {
      open: false,
      reason: "outside-hours",
      opensAt: at("2026-11-25T16:00:00-03:00"),
    });
  });

  test("on Friday night it says Monday", () => {
    const state = openStateAt(rules({}), at("2026-11-27T19:00:00-03:00"));
    assert.equal(iso(state.opensAt), "2026-11-30T11:00:00.000Z");
  });

  test("blocks that touch over midnight are one opening", () => {
    const guard = rules({
      week: [
        { weekday: 5, ...span("20:00-24:00") },
        { weekday: 6, ...span("00:00-06:00") },
      ],
    });
    const state = openStateAt(guard, at("2026-11-27T21:00:00-03:00"));
    assert.equal(iso(state.until), "2026-11-28T09:00:00.000Z");
    assert.equal(openStateAt(guard, at("2026-11-28T05:00:00-03:00")).open, true);
  });

  test("a week without a gap is open with no end, and an empty one is closed with no opening", () => {
    const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, ...span("00:00-24:00") }));
    assert.deepEqual(openStateAt(rules({ week }), at("2026-11-25T03:00:00Z")), {
      open: true,
      reason: "hours",
    });
    assert.deepEqual(openStateAt(rules({ week: [] }), at("2026-11-25T15:00:00Z")), {
      open: false,
      reason: "outside-hours",
    });
  });

  test("always open ignores holidays and exceptions", () => {
    const state = openStateAt(
      rules({ alwaysOpen: true, holidays: [{ day: "2026-12-25", name: "Navidad", ...span("00:00-24:00") }] }),
      at("2026-12-25T12:00:00-03:00"),
    );
    assert.deepEqual(state, { open: true, reason: "always-open" });
  });
});

describe("holidays", () => {
  const christmas = { day: "2026-12-25", name: "Navidad", ...span("00:00-24:00") };
  const eve = { day: "2026-12-24", name: "Nochebuena", ...span("13:00-24:00") };

  test("a whole day off closes, says its name and the next opening", () => {
    const state = openStateAt(rules({ holidays: [christmas] }), at("2026-12-25T10:00:00-03:00"));
    assert.deepEqual(state, {
      open: false,
      reason: "holiday",
      holidayName: "Navidad",
      opensAt: at("2026-12-28T08:00:00-03:00"),
    });
  });

  test("a partial day from 13:00 is open before, until exactly 13:00", () => {
    const centre = rules({ holidays: [eve, christmas] });
    const morning = openStateAt(centre, at("2026-12-24T12:59:00-03:00"));
    assert.deepEqual(morning, { open: true, reason: "hours", until: at("2026-12-24T13:00:00-03:00") });
    const afternoon = openStateAt(centre, at("2026-12-24T13:00:00-03:00"));
    assert.equal(afternoon.open, false);
    assert.equal(afternoon.holidayName, "Nochebuena");
  });

  test("a partial day that ends at 10:00 opens then", () => {
    const late = rules({ holidays: [{ day: "2026-11-25", name: "Fumigación", ...span("00:00-10:00") }] });
    assert.equal(iso(openStateAt(late, at("2026-11-25T09:00:00-03:00")).opensAt), "2026-11-25T13:00:00.000Z");
  });

  test("two holidays on one day close as one", () => {
    const both = rules({
      holidays: [
        { day: "2026-04-02", name: "Malvinas", ...span("00:00-24:00") },
        { day: "2026-04-02", name: "Jueves Santo", ...span("00:00-24:00") },
      ],
    });
    assert.equal(openStateAt(both, at("2026-04-02T10:00:00-03:00")).holidayName, "Malvinas");
  });

  test("on a Sunday that is a holiday the reason is the hours, for it would be closed anyway", () => {
    const sunday = rules({ holidays: [{ day: "2026-11-15", name: "Fundación", ...span("00:00-24:00") }] });
    assert.equal(openStateAt(sunday, at("2026-11-15T10:00:00-03:00")).reason, "outside-hours");
  });
});

describe("exceptions", () => {
  test("an opening wins over a holiday", () => {
    const state = openStateAt(
      rules({
        holidays: [{ day: "2026-05-01", name: "Día del Trabajador", ...span("00:00-24:00") }],
        exceptions: [
          {
            firstDay: "2026-05-01",
            lastDay: "2026-05-01",
            effect: "open",
            name: "Guardia",
            spans: [span("09:00-12:00")],
          },
        ],
      }),
      at("2026-05-01T10:00:00-03:00"),
    );
    assert.deepEqual(state, {
      open: true,
      reason: "exception",
      holidayName: "Guardia",
      until: at("2026-05-01T12:00:00-03:00"),
    });
  });

  test("a closing over several days without spans closes them whole", () => {
    const state = openStateAt(
      rules({
        exceptions: [
          { firstDay: "2027-01-04", lastDay: "2027-01-08", effect: "close", name: "Receso", spans: [] },
        ],
      }),
      at("2027-01-05T10:00:00-03:00"),
    );
    assert.equal(state.reason, "exception");
    assert.equal(iso(state.opensAt), "2027-01-11T11:00:00.000Z");
  });

  test("replaced hours are the only ones of the day", () => {
    const summer = rules({
      exceptions: [
        {
          firstDay: "2027-01-01",
          lastDay: "2027-01-31",
          effect: "replace",
          name: "Verano",
          spans: [span("07:00-13:00")],
        },
      ],
    });
    assert.equal(openStateAt(summer, at("2027-01-05T07:30:00-03:00")).open, true);
    const afternoon = openStateAt(summer, at("2027-01-05T14:00:00-03:00"));
    assert.deepEqual([afternoon.open, afternoon.holidayName], [false, "Verano"]);
  });

  test("of two on one day the later addition wins", () => {
    const day = { firstDay: "2026-11-25", lastDay: "2026-11-25" };
    const close = { ...day, effect: "close", name: "Corte de luz", spans: [] } as const;
    const open = { ...day, effect: "open", name: "Volvió", spans: [span("15:00-18:00")] } as const;
    const probe = at("2026-11-25T16:00:00-03:00");
    assert.equal(openStateAt(rules({ exceptions: [close, open] }), probe).open, true);
    assert.equal(openStateAt(rules({ exceptions: [open, close] }), probe).open, false);
  });
});

describe("clock changes", () => {
  test("an opening inside the hour that spring skips starts at the change", () => {
    const newYork = rules({
      zone: "America/New_York",
      week: [{ weekday: 7, ...span("02:30-04:00") }],
    });
    const state = openStateAt(newYork, at("2026-03-08T06:00:00Z"));
    assert.equal(iso(state.opensAt), "2026-03-08T07:00:00.000Z");
    assert.equal(iso(openStateAt(newYork, at("2026-03-08T07:10:00Z")).until), "2026-03-08T08:00:00.000Z");
  });

  test("a block wholly inside the skipped hour does not exist that day", () => {
    const newYork = rules({ zone: "America/New_York", week: [{ weekday: 7, ...span("02:10-02:50") }] });
    assert.equal(iso(openStateAt(newYork, at("2026-03-08T05:00:00Z")).opensAt), "2026-03-15T06:10:00.000Z");
  });

  test("the hour that autumn repeats is served twice", () => {
    const madrid = rules({ zone: "Europe/Madrid", week: [{ weekday: 7, ...span("00:00-02:30") }] });
    const state = openStateAt(madrid, at("2026-10-24T23:00:00Z"));
    assert.equal(iso(state.until), "2026-10-25T01:30:00.000Z");
  });

  test("a day whose midnight does not exist (Buenos Aires, 30 December 2007) begins at one", () => {
    const allDay = rules({ week: [{ weekday: 7, ...span("00:00-24:00") }] });
    const state = openStateAt(allDay, at("2007-12-30T02:59:59Z"));
    assert.equal(iso(state.opensAt), "2007-12-30T03:00:00.000Z");
    assert.equal(iso(openStateAt(allDay, at("2007-12-30T12:00:00Z")).until), "2007-12-31T02:00:00.000Z");
  });

  test("office hours keep their wall-clock time through the change", () => {
    const madrid = rules({ zone: "Europe/Madrid" });
    assert.equal(iso(openStateAt(madrid, at("2026-10-23T20:00:00Z")).opensAt), "2026-10-26T07:00:00.000Z");
    assert.equal(iso(openStateAt(madrid, at("2026-03-27T20:00:00Z")).opensAt), "2026-03-30T06:00:00.000Z");
  });
});
