import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { RealtimeProvider } from "../../../shared/realtime/realtime-context.ts";
import { PhoneProvider } from "../phone/phone-provider.tsx";
import { useMe } from "../session/me-context.ts";
import type { DeskServices } from "../session/services.ts";
import { Shell } from "./shell.tsx";

/** Everything that lives as long as a person is signed in: the live line and the telephone. */
export function Workspace({ services }: { services: DeskServices }) {
  const { me } = useMe();
  const queries = useQueryClient();
  const [realtime] = useState(() =>
    services.createRealtime(me.user.id, () => void queries.invalidateQueries({ queryKey: ["me"] })),
  );
  useEffect(() => {
    realtime.open();
    return () => realtime.close();
  }, [realtime]);
  return (
    <RealtimeProvider value={realtime}>
      <PhoneProvider createSoftphone={services.createSoftphone}>
        <Shell />
      </PhoneProvider>
    </RealtimeProvider>
  );
}
