import { exit, type NodeCall, type NodeKind } from "../../node-kind.ts";
import { phrase } from "../../phrases.ts";

const DEFAULT_ATTEMPTS = 3;
const FIRST_DIGIT_MS = 15_000; // people look for the paper
const BETWEEN_DIGITS_MS = 4000;
const EXITS = [exit("told", "input"), exit("not-found", "input"), exit("no-input", "time")];

export const ticketStatus: NodeKind<"ticket-status"> = {
  type: "ticket-status",
  reported: true,
  fixedExits: EXITS,
  exits: () => EXITS,
  says: () => [[phrase("ticketFound")], [phrase("ticketNotFound")], [phrase("noInput")]],
  refers: () => [],
  async run(node, call) {
    let last: "not-found" | "no-input" = "no-input";
    for (let attempt = 1; attempt <= (node.attempts ?? DEFAULT_ATTEMPTS); attempt += 1) {
      const before = attempt === 1 ? [] : [phrase(last === "not-found" ? "ticketNotFound" : "noInput")];
      const digits = await askNumber(call, before);
      last = digits === null ? "no-input" : "not-found";
      if (digits === null) continue;
      const answer = await call.services.tickets.statusByKeys({ tenantId: call.identity.tenantId, digits });
      if (answer.found) {
        await tell(call, answer);
        return { exit: "told", set: { "ticket.number": answer.number } };
      }
    }
    return { exit: last };
  },
};

async function askNumber(call: NodeCall, before: { text: string }[]): Promise<string | null> {
  const { keypad } = call.services.tickets;
  await call.say([...before, { text: keypad.say }], { interruptible: true });
  const read = await call.keys.collect({
    minDigits: keypad.minDigits,
    maxDigits: keypad.maxDigits,
    terminator: "#",
    firstDigitMs: FIRST_DIGIT_MS,
    betweenDigitsMs: BETWEEN_DIGITS_MS,
  });
  return read.kind === "none" ? null : read.digits;
}

async function tell(call: NodeCall, answer: { number: string; status: string }): Promise<void> {
  const media = await call.services.speech.media({
    tenantId: call.identity.tenantId,
    say: [phrase("ticketFound"), { value: "number", as: "ticket" }, { value: "status", as: "text" }],
    data: answer,
  });
  await call.leg.play(media, { interruptibleByKeys: true });
}
