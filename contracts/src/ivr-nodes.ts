/**
 * The nodes of an IVR flow: a union tagged by `type`. Edges are a node's `exits`: exit name → id of the next node. Which exits
 * a node must and may have is told by its kind: `GET /api/v1/flow-node-kinds`, and the validator says what is missing.
 */
import Type, { type Static } from "typebox";
import { Uuid } from "./shapes.ts";

export const NodeId = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,59}$" });
export const PromptKey = Type.String({ pattern: "^[a-z0-9][a-z0-9-]{0,59}$" });
/** Data of the call: `caller.number`, `called.number`, and what nodes collect. */
export const VariableName = Type.String({ pattern: "^[a-z][a-zA-Z0-9.]{0,59}$" });
const ExitName = Type.String({ pattern: "^[a-z0-9*#][a-z0-9-]{0,39}$" });
const Label = Type.String({ minLength: 1, maxLength: 120 });
const PhoneNumber = Type.String({ pattern: "^\\+?[0-9]{2,15}$" });
const count = (minimum: number, maximum: number) => Type.Integer({ minimum, maximum });
const strict = { additionalProperties: false } as const;

/** How the value of a variable is spoken: "digits" one by one, "ticket" spelled, "wait" a time in seconds in round words. */
export const SPOKEN_FORMS = ["text", "number", "digits", "date", "time", "ticket", "wait"] as const;
export const SpokenForm = Type.Enum(["text", "number", "digits", "date", "time", "ticket", "wait"]);

const SayText = Type.Object({ text: Type.String({ minLength: 1, maxLength: 1000 }) }, strict);
const SayPrompt = Type.Object({ prompt: PromptKey }, strict);
const SayValue = Type.Object({ value: VariableName, as: SpokenForm }, strict);
/** One piece of what is said: words for the voice, a prompt of the tenant by its key, or the value of a variable. */
export const SayPart = Type.Union([SayText, SayPrompt, SayValue]);
export type SayPart = Static<typeof SayPart>;
export const Say = Type.Array(SayPart, { minItems: 1, maxItems: 20 });
export type Say = Static<typeof Say>;

const nodeFields = {
  /** What the designer calls it; shown in lists and reports. */
  name: Type.Optional(Label),
  exits: Type.Record(Type.String(), NodeId),
};

export const SayNode = Type.Object(
  { type: Type.Literal("say"), ...nodeFields, say: Say, interruptible: Type.Optional(Type.Boolean()) },
  strict,
);
/** Tells the caller that the call is recorded; always played to the end. */
export const RecordingNoticeNode = Type.Object(
  { type: Type.Literal("recording-notice"), ...nodeFields, say: Say },
  strict,
);

export const MenuKey = Type.Enum(["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "#"]);
/** Each option leaves by the exit of its key: "1", "2" … ; then "no-input" and "no-match" when the attempts are used up. */
export const MenuNode = Type.Object(
  {
    type: Type.Literal("menu"),
    ...nodeFields,
    say: Say,
    options: Type.Array(Type.Object({ key: MenuKey, label: Label }, strict), { minItems: 1, maxItems: 12 }),
    /** false: keys wait until the end of what is said. Default true. */
    interruptible: Type.Optional(Type.Boolean()),
    /** Seconds to choose after the last word. Default 5. */
    timeoutSeconds: Type.Optional(count(1, 60)),
    /** How often it is asked in all. Default 3. */
    attempts: Type.Optional(count(1, 5)),
    /** Said before asking again. */
    noInputSay: Type.Optional(Say),
    noMatchSay: Type.Optional(Say),
  },
  strict,
);

/** What a collected number must also be. "dni": 6–8 digits; "cuil": 11 with its check digit; "phone": a national number. */
export const DIGIT_CHECKS = ["any", "dni", "cuil", "phone"] as const;
/** Exits "collected", "no-input", "invalid". */
export const CollectDigitsNode = Type.Object(
  {
    type: Type.Literal("collect-digits"),
    ...nodeFields,
    say: Say,
    variable: VariableName,
    minDigits: count(1, 30),
    maxDigits: count(1, 30),
    check: Type.Optional(Type.Enum(["any", "dni", "cuil", "phone"])),
    /** Ends the number before `maxDigits`. Default "#". */
    terminator: Type.Optional(Type.Enum(["#", "*"])),
    firstDigitSeconds: Type.Optional(count(1, 60)),
    betweenDigitsSeconds: Type.Optional(count(1, 30)),
    attempts: Type.Optional(count(1, 5)),
    /** Reads the digits back and asks for 1 to confirm. */
    confirm: Type.Optional(Type.Boolean()),
    invalidSay: Type.Optional(Say),
    noInputSay: Type.Optional(Say),
  },
  strict,
);

/** Exits "open", "closed", and "holiday" (optional; else "closed"). */
export const HoursNode = Type.Object(
  { type: Type.Literal("hours"), ...nodeFields, calendarId: Uuid },
  strict,
);

export const OPERATORS = [
  "is",
  "is-not",
  "one-of",
  "starts-with",
  "more-than",
  "less-than",
  "known",
  "unknown",
] as const;
export const Condition = Type.Object(
  {
    variable: VariableName,
    operator: Type.Enum([
      "is",
      "is-not",
      "one-of",
      "starts-with",
      "more-than",
      "less-than",
      "known",
      "unknown",
    ]),
    /** Left out for "known" and "unknown"; a list for "one-of". */
    value: Type.Optional(
      Type.Union([Type.String(), Type.Number(), Type.Boolean(), Type.Array(Type.String())]),
    ),
  },
  strict,
);
export type Condition = Static<typeof Condition>;
/** The first case whose conditions all hold is taken, else the exit "otherwise". */
export const BranchNode = Type.Object(
  {
    type: Type.Literal("branch"),
    ...nodeFields,
    cases: Type.Array(
      Type.Object({ exit: ExitName, when: Type.Array(Condition, { minItems: 1, maxItems: 10 }) }, strict),
      { minItems: 1, maxItems: 30 },
    ),
  },
  strict,
);

/** Writes data of the call. Exit "next". */
export const SetDataNode = Type.Object(
  {
    type: Type.Literal("set-data"),
    ...nodeFields,
    data: Type.Record(Type.String(), Type.Union([Type.String(), Type.Number(), Type.Boolean()])),
  },
  strict,
);

/** Asks for a ticket's number by keys and says its status. Exits "told", "not-found", "no-input". */
export const TicketStatusNode = Type.Object(
  { type: Type.Literal("ticket-status"), ...nodeFields, attempts: Type.Optional(count(1, 5)) },
  strict,
);

/** Exits "timeout", "overflow", "closed", and "callback" where it is offered. An answered call leaves the flow. */
export const QueueNode = Type.Object(
  {
    type: Type.Literal("queue"),
    ...nodeFields,
    queueId: Uuid,
    /** 0 normal … 10 first. */
    priority: Type.Optional(count(0, 10)),
    /** The longest wait before the exit "timeout". */
    maxWaitSeconds: count(10, 7200),
    /** Prompt used as music; the built-in music when left out. */
    music: Type.Optional(PromptKey),
    /** Seconds between announcements. Default 30. */
    everySeconds: Type.Optional(count(10, 600)),
    sayPosition: Type.Optional(Type.Boolean()),
    sayEstimatedWait: Type.Optional(Type.Boolean()),
    /** Said in turn, one with each announcement. */
    messages: Type.Optional(Type.Array(Say, { maxItems: 10 })),
    /** "Press 1 and we call you without losing your place." Offered with the announcements. */
    callback: Type.Optional(
      Type.Object({ key: MenuKey, afterSeconds: count(0, 3600), say: Type.Optional(Say) }, strict),
    ),
  },
  strict,
);

/** Asks for a call back: to the caller's own number or to another one. Exits "requested", "refused", "no-input". */
export const CallbackNode = Type.Object(
  { type: Type.Literal("callback"), ...nodeFields, queueId: Uuid, attempts: Type.Optional(count(1, 5)) },
  strict,
);

/** Exits "left" and "empty". */
export const VoicemailNode = Type.Object(
  {
    type: Type.Literal("voicemail"),
    ...nodeFields,
    say: Say,
    /** Whose people hear it. */
    queueId: Uuid,
    maxSeconds: Type.Optional(count(5, 600)),
  },
  strict,
);

/** Exits "busy", "no-answer", "failed", and "finished" (optional; else the call ends with the talk). */
export const TransferNode = Type.Object(
  {
    type: Type.Literal("transfer"),
    ...nodeFields,
    number: PhoneNumber,
    say: Type.Optional(Say),
    timeoutSeconds: Type.Optional(count(5, 120)),
    showNumber: Type.Optional(Type.Enum(["caller", "tenant"])),
  },
  strict,
);

/** Hands the caller to an emergency number with the fixed script. Exit "failed" (optional; else it tells to dial and ends). */
export const EmergencyNode = Type.Object(
  { type: Type.Literal("emergency"), ...nodeFields, code: Type.String({ pattern: "^[0-9]{3}$" }) },
  strict,
);

/** Goes on at the start of another published flow of the tenant. No exits. */
export const GoToFlowNode = Type.Object(
  { type: Type.Literal("go-to-flow"), ...nodeFields, flowId: Uuid },
  strict,
);

/** No exits. */
export const HangupNode = Type.Object(
  { type: Type.Literal("hangup"), ...nodeFields, say: Type.Optional(Say) },
  strict,
);

export const FlowNode = Type.Union([
  SayNode,
  RecordingNoticeNode,
  MenuNode,
  CollectDigitsNode,
  HoursNode,
  BranchNode,
  SetDataNode,
  TicketStatusNode,
  QueueNode,
  CallbackNode,
  VoicemailNode,
  TransferNode,
  EmergencyNode,
  GoToFlowNode,
  HangupNode,
]);
export type FlowNode = Static<typeof FlowNode>;
export type NodeType = FlowNode["type"];
export type NodeOf<Kind extends NodeType> = Extract<FlowNode, { type: Kind }>;

/**
 * A flow. Stored and shown with sorted keys, so that two versions compare line by line. `emergencyDialling`: the codes which
 * a caller may dial in any menu to be handed over at once; default ["911", "107"], empty to switch it off.
 */
export const FlowGraph = Type.Object(
  {
    start: NodeId,
    nodes: Type.Record(Type.String(), FlowNode),
    /** Node that receives the caller when a node breaks; without it an apology is said and the call ends. */
    onError: Type.Optional(NodeId),
    emergencyDialling: Type.Optional(Type.Array(Type.String({ pattern: "^[0-9]{3}$" }), { maxItems: 20 })),
    /** Where the editor draws each node. */
    layout: Type.Optional(Type.Record(Type.String(), Type.Object({ x: Type.Number(), y: Type.Number() }))),
  },
  strict,
);
export type FlowGraph = Static<typeof FlowGraph>;
