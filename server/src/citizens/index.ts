export { citizenNames } from "./citizen-names.ts";
export { createCitizen } from "./create-citizen.ts";
export { citizenCreated, citizenUpdated } from "./events.ts";
export { maskPhone, type PhoneReading, phoneToDial, readPhone, showPhone } from "./read-phone.ts";
export { type CitizenRoutesDeps, routes } from "./routes.ts";
export { type CallerHint, citizensByPhone } from "./search/find-citizens.ts";
export type { TimelineRequest, TimelineSource } from "./timeline.ts";
