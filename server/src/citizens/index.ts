export { type BulkCitizen, loadCitizens } from "./bulk-load/load-citizens.ts";
export { citizenNames } from "./citizen-names.ts";
export { createCitizen } from "./create-citizen.ts";
export { citizenCreated, citizenUpdated } from "./events.ts";
export { TOWNS, type Town } from "./places/towns.ts";
export { phoneToDial, readPhone } from "./read-phone.ts";
export { routes } from "./routes.ts";
export { citizensByPhone } from "./search/find-citizens.ts";
export type { TimelineRequest, TimelineSource } from "./timeline.ts";
