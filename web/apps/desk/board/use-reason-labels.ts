import { useQuery } from "@tanstack/react-query";
import type { PauseReason } from "@vera/contracts/routing-admin";
import { useMemo } from "react";
import { listPauseReasons } from "../../../shared/api/agent.ts";

/** Pause reasons by code. */
export function useReasonLabels() {
  const reasons = useQuery({ queryKey: ["pause-reasons"], queryFn: listPauseReasons, staleTime: 300_000 });
  const items = reasons.data?.items;
  return useMemo(() => {
    const byCode = new Map<string, PauseReason>((items ?? []).map((reason) => [reason.code, reason]));
    return {
      label: (code: string): string | undefined => byCode.get(code)?.label,
      limitSeconds: (code: string): number | null => byCode.get(code)?.limitSeconds ?? null,
      /** What a person may choose; the system sets the others. */
      choices: (items ?? []).filter((reason) => !reason.system),
    };
  }, [items]);
}
