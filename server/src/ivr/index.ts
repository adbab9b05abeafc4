export {
  CallEnded,
  type CallLeg,
  type ConnectedDial,
  type DialOptions,
  type DialOutcome,
  type HangupReason,
  isKey,
  LegDetached,
  type Media,
  type PlayOptions,
  type PlayOutcome,
  type PressedKey,
  type Voicemail,
  type VoicemailOptions,
} from "./call-leg.ts";
export { createIvr, type Ivr, type IvrOptions } from "./create-ivr.ts";
export { addEntryPoint } from "./entry-points/change-entry-points.ts";
export type {
  CallbackPort,
  LeaveReason,
  QueueEntry,
  QueueOutcome,
  QueuePlace,
  QueuePort,
} from "./flow-services.ts";
export { createFlow } from "./flows/edit-flow.ts";
export { flowPublished } from "./flows/events.ts";
export type { QueueExists } from "./flows/known-things.ts";
export { publishFlow } from "./flows/publish-flow.ts";
export type { IvrPorts } from "./ivr-ports.ts";
export { KeyBuffer } from "./key-buffer.ts";
export type { FlowEnd } from "./node-kind.ts";
export {
  emergencyFailed,
  emergencyHandedOff,
  flowEnded,
  flowStep,
  recordingAnnounced,
} from "./running/events.ts";
export { voicemailLeft } from "./voicemail/events.ts";
