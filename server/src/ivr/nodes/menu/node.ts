import type { NodeOf } from "@vera/contracts/ivr-nodes";
import { exit, type NodeCall, type NodeKind } from "../../node-kind.ts";
import { phrase } from "../../phrases.ts";

const DEFAULT_TIMEOUT_SECONDS = 5;
const DEFAULT_ATTEMPTS = 3;
const FIXED = [exit("no-input", "time"), exit("no-match", "input")];

export const menu: NodeKind<"menu"> = {
  type: "menu",
  reported: true,
  fixedExits: FIXED,
  exits: (node) => [...node.options.map((option) => exit(option.key, "input")), ...FIXED],
  says: (node) => [node.say, noInputSay(node), noMatchSay(node)],
  refers: () => [],
  check: (node) =>
    node.options
      .map((option) => option.key)
      .filter((key, index, keys) => keys.indexOf(key) !== index)
      .map((key) => `Key ${key} is given to two options; give each option a key of its own`),
  async run(node, call) {
    const attempts = node.attempts ?? DEFAULT_ATTEMPTS;
    let last: "no-input" | "no-match" = "no-input";
    for (let attempt = 1; attempt <= attempts; attempt += 1) {
      const choice = await ask(node, call, attempt === 1 ? null : last);
      if (choice.kind === "key") {
        const label = node.options.find((option) => option.key === choice.key)?.label;
        return { exit: choice.key, ...(label === undefined ? {} : { label }) };
      }
      last = choice.kind === "none" ? "no-input" : "no-match";
    }
    return { exit: last };
  },
};

async function ask(node: NodeOf<"menu">, call: NodeCall, failed: "no-input" | "no-match" | null) {
  const interruptible = node.interruptible ?? true;
  const before = failed === null ? [] : failed === "no-input" ? noInputSay(node) : noMatchSay(node);
  await call.say([...before, ...node.say], { interruptible });
  const options = node.options.map((option) => option.key);
  return call.keys.choose(options, (node.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS) * 1000);
}

function noInputSay(node: NodeOf<"menu">) {
  return node.noInputSay ?? [phrase("noInput")];
}

function noMatchSay(node: NodeOf<"menu">) {
  return node.noMatchSay ?? [phrase("noMatch")];
}
