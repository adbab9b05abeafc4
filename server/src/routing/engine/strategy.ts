import type { Requirement } from "./settings.ts";

export interface Match {
  readonly requirements: readonly Requirement[];
  /** The agents' level for each requirement, in the same order. */
  readonly levels: readonly number[];
}

/**
 * Who is offered an interaction first. Agents of equal rank go by longest idle.
 * A strategy is pure, and its rank depends on the match alone: it is computed once per kind of agent and requirement.
 */
export interface Strategy {
  /** The folder's name; stored in the queue. */
  readonly name: string;
  /** Spanish label for the administrator. */
  readonly label: string;
  /** One Spanish sentence that says what it does. */
  readonly about: string;
  /** Lower goes first. */
  rank(match: Match): number;
  /** An agent to try before the ranks, when free and able. */
  first?(interaction: { readonly lastAgentId: string | null }): string | null;
}
