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
export { createQueue } from "./queues/change-queue.ts";
export { readQueueNames } from "./queues/store.ts";
export { createSkill, setAgentSkills } from "./skills/change-skills.ts";
