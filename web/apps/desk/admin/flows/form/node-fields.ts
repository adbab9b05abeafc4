import { DIGIT_CHECKS, type NodeType } from "@vera/contracts/ivr-nodes";

/** A setting of a node, drawn by its kind; its words are `adminFlow.field.<name>`. */
export type NodeField =
  | { kind: "say"; name: string; required: boolean }
  | { kind: "number"; name: string; min: number; max: number; usual?: number; required?: boolean }
  | { kind: "tick"; name: string; usual: boolean }
  | { kind: "queue" | "calendar" | "flow" | "emergency"; name: string }
  | { kind: "prompt" | "phone" | "variable"; name: string }
  | { kind: "choice"; name: string; options: readonly string[]; usual: string }
  | { kind: "options" | "cases" | "data" | "messages" | "callback-offer"; name: string };

const say = (name = "say", required = true): NodeField => ({ kind: "say", name, required });
const attempts: NodeField = { kind: "number", name: "attempts", min: 1, max: 5, usual: 3 };
const interruptible: NodeField = { kind: "tick", name: "interruptible", usual: true };

/** What each kind of node asks, in the order of the form; limits as in contracts/ivr-nodes.ts. */
export const NODE_FIELDS = {
  say: [say(), interruptible],
  "recording-notice": [say()],
  menu: [
    say(),
    { kind: "options", name: "options" },
    interruptible,
    { kind: "number", name: "timeoutSeconds", min: 1, max: 60, usual: 5 },
    attempts,
    say("noInputSay", false),
    say("noMatchSay", false),
  ],
  "collect-digits": [
    say(),
    { kind: "variable", name: "variable" },
    { kind: "number", name: "minDigits", min: 1, max: 30, required: true },
    { kind: "number", name: "maxDigits", min: 1, max: 30, required: true },
    { kind: "choice", name: "check", options: DIGIT_CHECKS, usual: "any" },
    { kind: "choice", name: "terminator", options: ["#", "*"], usual: "#" },
    { kind: "tick", name: "confirm", usual: false },
    { kind: "number", name: "firstDigitSeconds", min: 1, max: 60 },
    { kind: "number", name: "betweenDigitsSeconds", min: 1, max: 30 },
    attempts,
    say("noInputSay", false),
    say("invalidSay", false),
  ],
  hours: [{ kind: "calendar", name: "calendarId" }],
  branch: [{ kind: "cases", name: "cases" }],
  "set-data": [{ kind: "data", name: "data" }],
  "ticket-status": [attempts],
  queue: [
    { kind: "queue", name: "queueId" },
    { kind: "number", name: "maxWaitSeconds", min: 10, max: 7200, required: true },
    { kind: "number", name: "priority", min: 0, max: 10, usual: 0 },
    { kind: "prompt", name: "music" },
    { kind: "number", name: "everySeconds", min: 10, max: 600, usual: 30 },
    { kind: "tick", name: "sayPosition", usual: false },
    { kind: "tick", name: "sayEstimatedWait", usual: false },
    { kind: "messages", name: "messages" },
    { kind: "callback-offer", name: "callback" },
  ],
  callback: [{ kind: "queue", name: "queueId" }, attempts],
  voicemail: [
    say(),
    { kind: "queue", name: "queueId" },
    { kind: "number", name: "maxSeconds", min: 5, max: 600, usual: 120 },
  ],
  transfer: [
    { kind: "phone", name: "number" },
    say("say", false),
    { kind: "number", name: "timeoutSeconds", min: 5, max: 120 },
    { kind: "choice", name: "showNumber", options: ["caller", "tenant"], usual: "tenant" },
  ],
  emergency: [{ kind: "emergency", name: "code" }],
  "go-to-flow": [{ kind: "flow", name: "flowId" }],
  hangup: [say("say", false)],
} as const satisfies Record<NodeType, readonly NodeField[]>;

export const NODE_TYPES = Object.keys(NODE_FIELDS) as NodeType[];
