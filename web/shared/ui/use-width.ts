import { useCallback, useRef, useState } from "react";

/** Width in CSS pixels of the element that gets `ref`; 0 until it is in the page. For drawings that must fit. */
export function useWidth(): { ref: (element: Element | null) => void; width: number } {
  const [width, setWidth] = useState(0);
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: Element | null) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new ResizeObserver(([entry]) => {
      if (entry) setWidth(Math.floor(entry.contentRect.width));
    });
    observer.current.observe(element);
  }, []);
  return { ref, width };
}
