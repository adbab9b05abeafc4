export type { Channel, Delivery, MessageContent, OutgoingMessage } from "./channel.ts";
export { listOutcomeCodes } from "./dispositions/outcome-codes.ts";
export {
  hasDisposition,
  type RecordDisposition,
  recordDisposition,
} from "./dispositions/record-disposition.ts";
export {
  interactionAnswered,
  interactionAttached,
  interactionCitizenAssigned,
  interactionDispositioned,
  interactionEmergencyMarked,
  interactionEnded,
  interactionLeftQueue,
  interactionOpened,
  interactionQueued,
  interactionSegmentEnded,
  interactionSegmentStarted,
} from "./events.ts";
export { interactionTimeline } from "./history/citizen-timeline.ts";
export { type OpenStay, segmentsOf, waitingNow } from "./history/store.ts";
export { type EndInteraction, endInteraction } from "./interactions/end-interaction.ts";
export { type EndSegment, endSegment } from "./interactions/end-segment.ts";
export {
  assignCitizen,
  attachRecording,
  attachTicket,
  markEmergency,
} from "./interactions/mark-interaction.ts";
export {
  type OpenedInteraction,
  type OpenInteraction,
  openInteraction,
} from "./interactions/open-interaction.ts";
export { type StartSegment, startSegment } from "./interactions/start-segment.ts";
export { routes } from "./routes.ts";
export { NO_SURROUNDINGS, type Surroundings } from "./surroundings.ts";
