import assert from "node:assert/strict";
import { test } from "node:test";
import { dateInWords, timeInWords } from "./date-and-time.ts";
import { numberInWords } from "./number-in-words.ts";
import { readyClips, spokenClips } from "./spoken-clips.ts";
import { waitInWords } from "./wait-in-words.ts";

test("numbers are said as a Spanish speaker counts", () => {
  const said: [number, string][] = [
    [0, "cero"],
    [16, "dieciséis"],
    [21, "veintiuno"],
    [31, "treinta y uno"],
    [100, "cien"],
    [101, "ciento uno"],
    [555, "quinientos cincuenta y cinco"],
    [1000, "mil"],
    [1999, "mil novecientos noventa y nueve"],
    [21_000, "veintiún mil"],
    [1_000_001, "un millón uno"],
    [-5, "menos cinco"],
  ];
  for (const [value, words] of said) assert.equal(numberInWords(value), words);
  assert.equal(numberInWords(2.5), "2.5");
});

test("dates are said with their weekday, the first as primero", () => {
  assert.equal(dateInWords("2026-11-23"), "lunes veintitrés de noviembre");
  assert.equal(dateInWords("2027-01-01"), "viernes primero de enero");
  assert.equal(dateInWords("2026-02-30"), undefined);
  assert.equal(dateInWords("mañana"), undefined);
});

test("times are said in the twelve hours of the day's part", () => {
  const said: [string, string][] = [
    ["08:00", "las ocho de la mañana"],
    ["13:00", "la una de la tarde"],
    ["13:30", "la una y media de la tarde"],
    ["17:15", "las cinco y cuarto de la tarde"],
    ["12:00", "las doce del mediodía"],
    ["00:00", "las doce de la noche"],
    ["24:00", "las doce de la noche"],
    ["21:07", "las nueve y siete de la noche"],
  ];
  for (const [clock, words] of said) assert.equal(timeInWords(clock), words);
  assert.equal(timeInWords("25:00"), undefined);
});

test("a wait is rounded up to what can be believed", () => {
  const said: [number, string][] = [
    [0, "menos de un minuto"],
    [50, "un minuto"],
    [61, "unos dos minutos"],
    [600, "unos diez minutos"],
    [660, "unos quince minutos"],
    [1300, "unos veinticinco minutos"],
    [3590, "una hora o más"],
  ];
  for (const [seconds, words] of said) assert.equal(waitInWords(seconds), words);
});

test("a ticket's number is spelled letter by letter, in its groups", () => {
  const clips = spokenClips("VR-204-k", "ticket");
  assert.deepEqual(
    clips.map((clip) => clip.text),
    ["ve corta", "erre", "dos", "cero", "cuatro", "ka"],
  );
  assert.deepEqual(
    clips.map((clip) => clip.pauseMs > 100),
    [false, true, false, false, true, true],
  );
});

test("a telephone number is heard in groups", () => {
  const clips = spokenClips("3492431234", "digits");
  const groups = clips.map((clip) => (clip.pauseMs > 100 ? `${clip.text} |` : clip.text)).join(" ");
  assert.equal(groups, "tres cuatro nueve dos | cuatro tres uno | dos tres cuatro |");
});

test("a citizen's number is put together from sounds that hold no citizen's number", () => {
  const ready = new Set(readyClips().map((clip) => `${clip.text}/${clip.pauseMs}`));
  for (const clip of [...spokenClips("30123456", "digits"), ...spokenClips("VERA-2026-00012-Ñ", "ticket")]) {
    assert.ok(ready.has(`${clip.text}/${clip.pauseMs}`), clip.text);
  }
});

test("nothing is said of what is not known", () => {
  assert.deepEqual(spokenClips(null, "number"), []);
  assert.deepEqual(spokenClips("", "digits"), []);
});
