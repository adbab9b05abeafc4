export { createReporting } from "./reporting.ts";
