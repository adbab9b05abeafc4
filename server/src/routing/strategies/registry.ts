import type { Strategy } from "../engine/strategy.ts";
import { lastAgent } from "./last-agent/strategy.ts";
import { longestIdle } from "./longest-idle/strategy.ts";
import { mostSkilled } from "./most-skilled/strategy.ts";

/** Adding a strategy = one folder + one line here. */
export const strategies: readonly Strategy[] = [longestIdle, mostSkilled, lastAgent];
