import { useEffect } from "react";

let unsaved = false;

/** True while a form holds what nobody saved. */
export function hasUnsaved(): boolean {
  return unsaved;
}

/** The form was saved or let go: the next step asks nothing. */
export function forgetUnsaved(): void {
  unsaved = false;
}

/** While `dirty`, leaving the form or the page asks first. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    unsaved = dirty;
    if (!dirty) return undefined;
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => {
      unsaved = false;
      window.removeEventListener("beforeunload", ask);
    };
  }, [dirty]);
}
