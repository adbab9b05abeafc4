import { createContext, useContext } from "react";
import type { RealtimeClient } from "./realtime-client.ts";

const RealtimeContext = createContext<RealtimeClient | null>(null);
export const RealtimeProvider = RealtimeContext.Provider;

export function useRealtime(): RealtimeClient {
  const client = useContext(RealtimeContext);
  if (!client) throw new Error("RealtimeProvider is missing above this component");
  return client;
}
