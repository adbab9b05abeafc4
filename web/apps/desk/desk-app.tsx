import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode, useEffect, useState } from "react";
import { createQueryClient } from "../../shared/api/query-client.ts";
import { LiveRegions } from "../../shared/ui/live-regions.tsx";
import { Toasts } from "../../shared/ui/toasts.tsx";
import { installTooltips } from "../../shared/ui/tooltips.ts";
import type { DeskServices } from "./session/services.ts";
import { SessionGate } from "./session/session-gate.tsx";

/** The whole desk: who is not signed in sees the door, the others their workspace. */
export function DeskApp({ services }: { services: DeskServices }) {
  const [queries] = useState(createQueryClient);
  useEffect(() => installTooltips(document.body), []);
  return (
    <StrictMode>
      <QueryClientProvider client={queries}>
        <LiveRegions />
        <SessionGate services={services} />
        <Toasts />
      </QueryClientProvider>
    </StrictMode>
  );
}
