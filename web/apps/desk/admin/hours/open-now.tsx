import { IconCircleCheck, IconCircleOff } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { OpenState } from "@vera/contracts/tenants";
import { calendarState } from "../../../../shared/api/admin/calendars.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Tag } from "../../../../shared/ui/tag.tsx";

/** Asked again each minute: doors open and close on the minute. */
const EVERY_MS = 60_000;

export function useOpenState(calendarId: string, at?: string) {
  return useQuery({
    queryKey: ["admin-open-state", calendarId, at ?? "now"],
    queryFn: () => calendarState(calendarId, at),
    ...(at === undefined ? { refetchInterval: EVERY_MS } : {}),
  });
}

/** Open or closed, now. */
export function OpenNow({ calendarId }: { calendarId: string }) {
  const state = useOpenState(calendarId);
  return state.data ? <OpenTag state={state.data} /> : <span className="dim">…</span>;
}

export function OpenTag({ state }: { state: OpenState }) {
  const { t } = useTranslation();
  return state.open ? (
    <Tag tone="ok" icon={IconCircleCheck}>
      {t("adminOrganisms.hours.open")}
    </Tag>
  ) : (
    <Tag tone="off" icon={IconCircleOff}>
      {t("adminOrganisms.hours.closed")}
    </Tag>
  );
}
