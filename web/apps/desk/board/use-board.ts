import type { BoardState } from "@vera/contracts/board";
import { useMemo } from "react";
import { useSearchParams } from "wouter";
import { useFreshness } from "../../../shared/realtime/use-freshness.ts";
import { useTopic } from "../../../shared/realtime/use-topic.ts";
import { useMe } from "../session/me-context.ts";
import type { InScope } from "./sum-figures.ts";
import { tenantBranch } from "./tenant-branch.ts";

/** The live board and the part of it that is looked at; the organism is kept in the address. */
export function useBoard() {
  const { me } = useMe();
  const view = useTopic<BoardState>("board", "all");
  const freshness = useFreshness();
  const [search, setSearch] = useSearchParams();
  const tenantId = search.get("organism");
  const inScope = useMemo<InScope>(() => {
    if (tenantId === null) return () => true;
    const branch = tenantBranch(me.tenants, tenantId);
    return (id) => branch.has(id);
  }, [me.tenants, tenantId]);
  return {
    board: view.state,
    refused: view.refused,
    ...freshness,
    tenantId,
    inScope,
    chooseTenant: (id: string | null) =>
      setSearch((before) => {
        if (id === null) before.delete("organism");
        else before.set("organism", id);
        return before;
      }),
  };
}
