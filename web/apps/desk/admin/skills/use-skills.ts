import { useQuery } from "@tanstack/react-query";
import type { Skill } from "@vera/contracts/routing-admin";
import { listSkills } from "../../../../shared/api/admin/routing.ts";

const NONE: readonly Skill[] = [];

export function useSkillsQuery() {
  return useQuery({
    queryKey: ["admin-skills"],
    queryFn: listSkills,
    select: ({ items }): readonly Skill[] =>
      [...items].sort((a, b) => a.name.localeCompare(b.name, "es", { numeric: true })),
  });
}

/** The skills of my organisms, by name. */
export function useSkills(): readonly Skill[] {
  return useSkillsQuery().data ?? NONE;
}
