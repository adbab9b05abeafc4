import type { SayPart } from "@vera/contracts/ivr-nodes";
import { dialable } from "../keys/check-digits.ts";
import type { NodeCall } from "../node-kind.ts";
import { phrase } from "../phrases.ts";

const CHOOSE_MS = 6000;
const FIRST_DIGIT_MS = 8000;
const BETWEEN_DIGITS_MS = 4000;
/** E.164: at most 15 digits. */
const MOST_DIGITS = 15;

export type Agreed = { kind: "number"; number: string } | { kind: "no-input" } | { kind: "overtaken" };
/** What is asked next. `offered`: the number read back, null when one is asked for. */
type Turn = { offered: string | null; complaint: SayPart[]; failuresLeft: number };
type Answer = { kind: "yes"; number: string } | Refusal;
type Refusal = { kind: "no" } | { kind: "typed"; number: string } | { kind: "bad" } | { kind: "silent" };

/**
 * Agrees with the caller on the number to call: their own when the network sent it, else one they type, always read back.
 * Silence or a bad number uses up an attempt. `signal` aborts when it no longer matters (an agent has answered meanwhile).
 */
export async function agreeCallbackNumber(
  call: NodeCall,
  { attempts, signal }: { attempts: number; signal?: AbortSignal },
): Promise<Agreed> {
  let turn: Turn = {
    offered: call.leg.callerNumber === null ? null : dialable(call.leg.callerNumber),
    complaint: [],
    failuresLeft: attempts,
  };
  while (turn.failuresLeft > 0) {
    const { offered } = turn;
    const answer =
      offered === null ? await askNumber(call, turn, signal) : await readBack(call, offered, signal);
    if (signal?.aborted) return { kind: "overtaken" };
    if (answer.kind === "yes") return { kind: "number", number: answer.number };
    turn = nextTurn(turn, answer);
  }
  return { kind: "no-input" };
}

function nextTurn(turn: Turn, answer: Refusal): Turn {
  const complaint: SayPart[] = [];
  switch (answer.kind) {
    case "typed":
      return { ...turn, offered: answer.number, complaint };
    case "no":
      // Refusing costs half an attempt, or two people could go round for ever.
      return { offered: null, complaint, failuresLeft: turn.failuresLeft - 0.5 };
    case "silent":
      return { ...turn, complaint, failuresLeft: turn.failuresLeft - 1 };
    case "bad":
      return { ...turn, complaint: [phrase("callbackBadNumber")], failuresLeft: turn.failuresLeft - 1 };
  }
}

async function readBack(call: NodeCall, number: string, signal: AbortSignal | undefined): Promise<Answer> {
  const say: SayPart[] = [
    phrase("callbackOwnNumber"),
    { value: "number", as: "digits" },
    phrase("callbackChoice"),
  ];
  await speak(call, { say, number: number.replace(/^\+549?/, "") }, signal);
  const choice = await call.keys.choose(["1", "2"], CHOOSE_MS, signal);
  if (choice.kind !== "key") return { kind: "silent" };
  return choice.key === "1" ? { kind: "yes", number } : { kind: "no" };
}

async function askNumber(
  call: NodeCall,
  { complaint }: Turn,
  signal: AbortSignal | undefined,
): Promise<Answer> {
  await speak(call, { say: [...complaint, phrase("callbackAskNumber")], number: "" }, signal);
  const read = await call.keys.collect(
    {
      minDigits: 6,
      maxDigits: MOST_DIGITS,
      terminator: "#",
      firstDigitMs: FIRST_DIGIT_MS,
      betweenDigitsMs: BETWEEN_DIGITS_MS,
    },
    signal,
  );
  if (read.kind === "none") return { kind: "silent" };
  const number = dialable(read.digits);
  return number === null ? { kind: "bad" } : { kind: "typed", number };
}

async function speak(
  call: NodeCall,
  { say, number }: { say: SayPart[]; number: string },
  signal: AbortSignal | undefined,
): Promise<void> {
  const media = await call.services.speech.media({ tenantId: call.identity.tenantId, say, data: { number } });
  await call.leg.play(media, { interruptibleByKeys: true, ...(signal ? { signal } : {}) });
}
