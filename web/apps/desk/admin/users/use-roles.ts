import { useQuery } from "@tanstack/react-query";
import { listRoles } from "../../../../shared/api/admin/users.ts";

/** Roles with their labels; `word` falls back on the code. */
export function useRoles() {
  const query = useQuery({ queryKey: ["admin-roles"], queryFn: listRoles, staleTime: 60_000 });
  const roles = query.data?.roles ?? [];
  return {
    query,
    roles,
    word: (code: string): string => roles.find((role) => role.code === code)?.name ?? code,
  };
}
