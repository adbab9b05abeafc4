import type { SayPart } from "@vera/contracts/ivr-nodes";
import type { DataValue } from "../../flow-services.ts";
import type { Clip } from "../voiced-sounds.ts";
import { dateInWords, timeInWords } from "./date-and-time.ts";
import { numberInWords } from "./number-in-words.ts";
import { allNames, spell } from "./spell.ts";
import { allWaits, waitInWords } from "./wait-in-words.ts";

/** Milliseconds after a sentence, after a spelled character, and after a spelled group. */
const SENTENCE_PAUSE_MS = 250;
const CHARACTER_PAUSE_MS = 60;
const GROUP_PAUSE_MS = 350;
/** Digits are heard, and written down, in groups of this size. */
const DIGIT_GROUP = 3;
/** Positions in a queue and counts that are voiced beforehand. */
const LAST_READY_NUMBER = 50;

type Form = Extract<SayPart, { value: string }>["as"];

export function sentence(text: string): Clip {
  return { text, pauseMs: SENTENCE_PAUSE_MS };
}

/**
 * A value in its spoken form. Digits and tickets are put together from single characters that are voiced beforehand: nobody
 * waits, and no citizen's number comes to lie in the folder of sounds.
 */
export function spokenClips(value: DataValue, form: Form): Clip[] {
  if (value === null || value === "") return [];
  const text = String(value);
  switch (form) {
    case "digits":
      return groups(text.match(/\d/g)?.join("") ?? "").flatMap(spelledGroup);
    case "ticket":
      return spell(text).flatMap((names) => spelled(names));
    case "number":
      return [
        sentence(text.trim() !== "" && Number.isFinite(Number(text)) ? numberInWords(Number(text)) : text),
      ];
    case "date":
      return [sentence(dateInWords(text) ?? text)];
    case "time":
      return [sentence(timeInWords(text) ?? text)];
    case "wait":
      return [sentence(waitInWords(Number(text)))];
    case "text":
      return [sentence(text)];
  }
}

/** What any call may need at any moment, to be voiced before the first. */
export function readyClips(): Clip[] {
  const characters = allNames().flatMap((text) => [
    { text, pauseMs: CHARACTER_PAUSE_MS },
    { text, pauseMs: GROUP_PAUSE_MS },
  ]);
  const numbers = Array.from({ length: LAST_READY_NUMBER + 1 }, (_, number) =>
    sentence(numberInWords(number)),
  );
  return [...characters, ...numbers, ...allWaits().map(sentence)];
}

/** From the end, so that 3492431234 is 3 · 492 · 431 · 234 … read as 3492 · 431 · 234: the first group takes the rest. */
function groups(digits: string): string[] {
  if (digits.length <= DIGIT_GROUP + 1) return digits === "" ? [] : [digits];
  return [...groups(digits.slice(0, -DIGIT_GROUP)), digits.slice(-DIGIT_GROUP)];
}

function spelledGroup(group: string): Clip[] {
  return spelled([...group].map((digit) => numberInWords(Number(digit))));
}

function spelled(names: readonly string[]): Clip[] {
  return names.map((text, index) => ({
    text,
    pauseMs: index === names.length - 1 ? GROUP_PAUSE_MS : CHARACTER_PAUSE_MS,
  }));
}
