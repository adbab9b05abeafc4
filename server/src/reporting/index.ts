export { refillFacts } from "./facts/take-in-facts.ts";
export { createReporting } from "./reporting.ts";
