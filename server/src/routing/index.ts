export { type QueueUse, queueUse } from "./agents/queue-use.ts";
export { readCallback } from "./callbacks/store.ts";
export {
  agentSettingsChanged,
  agentStateChanged,
  contactConnected,
  contactEnded,
  contactStarted,
  OFFER_OUTCOMES,
  offerEnded,
  offerMade,
  pauseReasonsChanged,
  queueChanged,
  WAIT_ENDS,
  waitEnded,
  waitResumed,
  waitStarted,
  wrapUpDisposed,
  wrapUpEnded,
  wrapUpExtended,
  wrapUpOverdue,
  wrapUpStarted,
} from "./events.ts";
export type { Card } from "./live/card.ts";
export { type QueueDoor, type QueueEntryInput, queueDoor } from "./live/queue-port.ts";
export { createRouter, type Router } from "./live/router.ts";
export { createReason } from "./pause-reasons/change-reasons.ts";
export { createQueue } from "./queues/change-queue.ts";
export { type QueueRow, readQueue, readQueueNames, readQueues } from "./queues/store.ts";
export { routes } from "./routes.ts";
export { createSkill, setAgentSkills } from "./skills/change-skills.ts";
