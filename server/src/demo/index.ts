export { MAIN_NUMBER, VERA_NUMBER } from "./data/flows.ts";
export { DEMO_PASSWORD, PEOPLE } from "./data/people.ts";
export { seedDemo } from "./seed-demo.ts";
export { openTown } from "./town.ts";
