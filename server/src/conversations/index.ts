/** @public the port of written channels: webchat, e-mail, SMS … */
export type { Channel } from "./channel.ts";
export {
  interactionAnswered,
  interactionCitizenAssigned,
  interactionDispositioned,
  interactionEmergencyMarked,
  interactionEnded,
  interactionLeftQueue,
  interactionQueued,
  interactionSegmentEnded,
  interactionSegmentStarted,
} from "./events.ts";
export { interactionTimeline } from "./history/citizen-timeline.ts";
export { type OpenStay, segmentsOf, waitingNow } from "./history/store.ts";
export { endInteraction } from "./interactions/end-interaction.ts";
export { endSegment } from "./interactions/end-segment.ts";
export {
  attachRecording,
  attachTicket,
  markEmergency,
} from "./interactions/mark-interaction.ts";
export { openInteraction } from "./interactions/open-interaction.ts";
export { startSegment } from "./interactions/start-segment.ts";
export { routes } from "./routes.ts";
export type { Surroundings } from "./surroundings.ts";
