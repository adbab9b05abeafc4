import { type FocusEvent, useRef, useState } from "react";
import { steadyOrder } from "./steady-order.ts";

/**
 * Order of a live list. Spread `handlers` on the element around it; while pointer or focus is inside the order
 * stands and `pending` says that another one waits: show "Reordenar" then, which calls `reorder`.
 */
export function useSteadyOrder(wanted: readonly string[]) {
  const [inside, setInside] = useState(false);
  const shown = useRef<readonly string[]>(wanted);
  shown.current = inside ? steadyOrder(shown.current, wanted) : wanted;
  const [, redraw] = useState(0);
  return {
    ids: shown.current,
    pending: shown.current.some((id, index) => wanted[index] !== id),
    reorder: (): void => {
      shown.current = wanted;
      redraw((count) => count + 1);
    },
    handlers: {
      onPointerEnter: () => setInside(true),
      onPointerLeave: (event: { currentTarget: Element }) =>
        setInside(event.currentTarget.contains(document.activeElement)),
      onFocus: () => setInside(true),
      onBlur: (event: FocusEvent<Element>) => {
        if (!event.currentTarget.contains(event.relatedTarget))
          setInside(event.currentTarget.matches(":hover"));
      },
    },
  };
}
