import { useCallback, useSyncExternalStore } from "react";
import type { LineState, TopicView } from "./realtime-client.ts";
import { useRealtime } from "./realtime-context.ts";

/** The live state of a topic; `key` "me" is the signed-in user. */
export function useTopic<State>(name: string, key: string): TopicView<State> {
  const client = useRealtime();
  const listen = useCallback(
    (listener: () => void) => client.listen(name, key, listener),
    [client, name, key],
  );
  return useSyncExternalStore(listen, () => client.view<State>(name, key));
}

export function useLine(): LineState {
  const client = useRealtime();
  const listen = useCallback((listener: () => void) => client.onLine(listener), [client]);
  return useSyncExternalStore(listen, () => client.line);
}
