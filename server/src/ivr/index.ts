export {
  CallEnded,
  type CallLeg,
  type ConnectedDial,
  type DialOptions,
  type DialOutcome,
  type HangupReason,
  isKey,
  KEYS,
  type Key,
  LegDetached,
  type Media,
  type PlayOptions,
  type PlayOutcome,
  type PressedKey,
  type Voicemail,
  type VoicemailOptions,
} from "./call-leg.ts";
export type {
  CallbackPort,
  CallData,
  CallIdentity,
  FlowServices,
  HoursPort,
  LeaveReason,
  QueueEntry,
  QueueOutcome,
  QueuePlace,
  QueuePort,
  TicketPort,
  TicketStatusAnswer,
} from "./flow-services.ts";
export { KeyBuffer } from "./key-buffer.ts";
export type { FlowEnd } from "./node-kind.ts";
export { type FlowPosition, type FlowToRun, runFlow } from "./run-flow.ts";
