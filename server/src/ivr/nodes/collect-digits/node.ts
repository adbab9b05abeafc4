import type { NodeOf } from "@vera/contracts/ivr-nodes";
import { checkDigits } from "../../keys/check-digits.ts";
import { exit, type NodeCall, type NodeKind } from "../../node-kind.ts";
import { phrase } from "../../phrases.ts";

const DEFAULT_ATTEMPTS = 3;
const DEFAULT_FIRST_SECONDS = 7;
const DEFAULT_BETWEEN_SECONDS = 3;
const CONFIRM_SECONDS = 6;
const EXITS = [exit("collected", "input"), exit("no-input", "time"), exit("invalid", "input")];

type Attempt = { kind: "good"; digits: string } | { kind: "bad" } | { kind: "none" };

export const collectDigits: NodeKind<"collect-digits"> = {
  type: "collect-digits",
  reported: true,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: (node) => [
    node.say,
    invalidSay(node),
    noInputSay(node),
    [phrase("weHeard"), phrase("confirmDigits")],
  ],
  refers: () => [],
  check: (node) =>
    node.minDigits > node.maxDigits
      ? [`At least ${node.minDigits} and at most ${node.maxDigits} digits cannot be; swap them`]
      : [],
  async run(node, call) {
    let last: "no-input" | "invalid" = "no-input";
    for (let attempt = 1; attempt <= (node.attempts ?? DEFAULT_ATTEMPTS); attempt += 1) {
      const before = attempt === 1 ? [] : last === "invalid" ? invalidSay(node) : noInputSay(node);
      await call.say([...before, ...node.say], { interruptible: true });
      const read = await readNumber(node, call);
      if (read.kind === "good") return { exit: "collected", set: { [node.variable]: read.digits } };
      last = read.kind === "none" ? "no-input" : "invalid";
    }
    return { exit: last };
  },
};

async function readNumber(node: NodeOf<"collect-digits">, call: NodeCall): Promise<Attempt> {
  const read = await call.keys.collect({
    minDigits: node.minDigits,
    maxDigits: node.maxDigits,
    terminator: node.terminator ?? "#",
    firstDigitMs: (node.firstDigitSeconds ?? DEFAULT_FIRST_SECONDS) * 1000,
    betweenDigitsMs: (node.betweenDigitsSeconds ?? DEFAULT_BETWEEN_SECONDS) * 1000,
  });
  if (read.kind === "none") return { kind: "none" };
  const { digits } = read;
  if (digits.length < node.minDigits || !checkDigits(digits, node.check ?? "any")) return { kind: "bad" };
  if (node.confirm && !(await confirmed(call, digits))) return { kind: "bad" };
  return { kind: "good", digits };
}

/** Only a clear "2" asks again; silence is taken as agreement, as in "press 2 to correct". */
async function confirmed(call: NodeCall, digits: string): Promise<boolean> {
  const media = await call.services.speech.media({
    tenantId: call.identity.tenantId,
    say: [phrase("weHeard"), { value: "digits", as: "digits" }, phrase("confirmDigits")],
    data: { digits },
  });
  await call.leg.play(media, { interruptibleByKeys: true });
  const answer = await call.keys.choose(["1", "2"], CONFIRM_SECONDS * 1000);
  return !(answer.kind === "key" && answer.key === "2");
}

function invalidSay(node: NodeOf<"collect-digits">) {
  return node.invalidSay ?? [phrase("invalidDigits")];
}

function noInputSay(node: NodeOf<"collect-digits">) {
  return node.noInputSay ?? [phrase("noInput")];
}
