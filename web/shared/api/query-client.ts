import { QueryClient } from "@tanstack/react-query";
import { ProblemError } from "./problem.ts";

/** Refusals are not asked again; a lost line is, twice. Old data stays on the screen while new comes. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) =>
          failures < 2 && (!(error instanceof ProblemError) || error.problem.status === 0),
        refetchOnWindowFocus: false,
      },
      mutations: { retry: false },
    },
  });
}
