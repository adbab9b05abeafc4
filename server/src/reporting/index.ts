export type { LiveQueueUse } from "./board/board-sources.ts";
export { refillFacts } from "./facts/take-in-facts.ts";
export { createReporting, type Reporting, type ReportingOptions } from "./reporting.ts";
