import { useLocation } from "wouter";

export interface ResourceRoute {
  /** What is open beside the list; null while nothing, or while a new one is written. */
  openId: string | null;
  creating: boolean;
  open: (id: string) => void;
  create: () => void;
  close: () => void;
}

const NEW = "new";

/** `/admin/<area>`, `/admin/<area>/new` or `/admin/<area>/<id>`: the address says what is open. */
export function useResourceRoute(area: string): ResourceRoute {
  const [location, go] = useLocation();
  const base = `/admin/${area}`;
  const rest = location.startsWith(`${base}/`) ? location.slice(base.length + 1) : "";
  return {
    openId: rest === "" || rest === NEW ? null : decodeURIComponent(rest),
    creating: rest === NEW,
    open: (id) => go(`${base}/${encodeURIComponent(id)}`),
    create: () => go(`${base}/${NEW}`),
    close: () => go(base),
  };
}
