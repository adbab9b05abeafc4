import type { Context } from "../platform/index.ts";

/** What screens show beside an interaction and modules above own; processes/ joins them. */
export interface Surroundings {
  /** routing */
  queueNames(ctx: Context, queueIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
  /** tickets: number as said to the citizen, and subject. */
  tickets(
    ctx: Context,
    ticketIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly number: string; readonly subject: string }>>;
  /** voice */
  recordings(
    ctx: Context,
    recordingIds: readonly string[],
  ): Promise<ReadonlyMap<string, { readonly startedAt: Date; readonly durationMs: number | null }>>;
  /** knowledge: which versions were read to the citizen in this interaction. */
  articlesRead(
    ctx: Context,
    interactionId: string,
  ): Promise<
    readonly {
      readonly articleId: string;
      readonly version: number;
      readonly title: string;
      readonly at: Date;
    }[]
  >;
}

/** For processes that run without those modules, and for tests: ids stay, names are missing. */
export const NO_SURROUNDINGS: Surroundings = {
  queueNames: async () => new Map(),
  tickets: async () => new Map(),
  recordings: async () => new Map(),
  articlesRead: async () => [],
};
