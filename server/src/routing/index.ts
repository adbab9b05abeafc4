export { queueUse } from "./agents/queue-use.ts";
export { readCallback } from "./callbacks/store.ts";
export { agentStateChanged, OFFER_OUTCOMES, offerEnded, offerMade, queueChanged } from "./events.ts";
export { type QueueDoor, queueDoor } from "./live/queue-port.ts";
export { createRouter, type Router } from "./live/router.ts";
export { createQueue } from "./queues/change-queue.ts";
export { readQueueNames, readQueues } from "./queues/store.ts";
export { routes } from "./routes.ts";
export { createSkill, setAgentSkills } from "./skills/change-skills.ts";
