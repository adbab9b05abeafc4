import { useCallback, useRef, useState } from "react";

interface Size {
  width: number;
  height: number;
}

/** CSS pixels of the element that gets `ref`; 0 until it is in the page. For drawings that must fit. */
export function useSize(): Size & { ref: (element: Element | null) => void } {
  const [size, setSize] = useState<Size>({ width: 0, height: 0 });
  const observer = useRef<ResizeObserver | null>(null);
  const ref = useCallback((element: Element | null) => {
    observer.current?.disconnect();
    if (!element) return;
    observer.current = new ResizeObserver(([entry]) => {
      if (!entry) return;
      const { width, height } = entry.contentRect;
      setSize({ width: Math.floor(width), height: Math.floor(height) });
    });
    observer.current.observe(element);
  }, []);
  return { ref, ...size };
}
