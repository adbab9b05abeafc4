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
export { createIvr, type Ivr, type IvrOptions } from "./create-ivr.ts";
export { type EmergencyNumber, emergencyNumbers } from "./emergency/emergency-numbers.ts";
export { canonicalNumber } from "./entry-points/canonical-number.ts";
export { addEntryPoint, findEntryPoint } from "./entry-points/change-entry-points.ts";
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
export { createFlow, saveDraft } from "./flows/edit-flow.ts";
export { flowPublished } from "./flows/events.ts";
export type { QueueExists } from "./flows/known-things.ts";
export { type Publishing, publishFlow, rollbackFlow } from "./flows/publish-flow.ts";
export type { IvrPorts } from "./ivr-ports.ts";
export { KeyBuffer } from "./key-buffer.ts";
export type { FlowEnd } from "./node-kind.ts";
export { type FlowPosition, type FlowToRun, runFlow } from "./run-flow.ts";
export {
  emergencyFailed,
  emergencyHandedOff,
  flowEnded,
  flowStep,
  recordingAnnounced,
} from "./running/events.ts";
export type { CallToRun } from "./running/flow-runs.ts";
export { voicemailLeft } from "./voicemail/events.ts";
