import { useEffect, useRef, useSyncExternalStore } from "react";
import { handleKey } from "./key-listener.ts";
import { bindingOf, type KeyActionId } from "./key-map.ts";
import { keySettings, listenKeySettings } from "./key-store.ts";

/** Does `act` when the key of the action is pressed, while `act` is given; returns the binding to show. */
export function useKey(id: KeyActionId, act: (() => void) | null): string | undefined {
  const latest = useRef(act);
  latest.current = act;
  const active = act !== null;
  useEffect(() => (active ? handleKey(id, () => latest.current?.()) : undefined), [id, active]);
  const settings = useSyncExternalStore(listenKeySettings, keySettings);
  return bindingOf(id, settings.changes) ?? undefined;
}
