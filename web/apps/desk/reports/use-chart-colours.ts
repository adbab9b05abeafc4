import { useEffect, useState } from "react";

export interface ChartColours {
  ink: string;
  ink2: string;
  line: string;
  panel: string;
  accent: string;
  breach: string;
}

const NAMES = ["ink", "ink2", "line", "panel", "accent", "breach"] as const;

/** The meaning colours as a canvas needs them, read again when the theme changes. */
export function useChartColours(): ChartColours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const read = (): void => setColours(readColours());
    const watch = new MutationObserver(read);
    watch.observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
    const dark = matchMedia("(prefers-color-scheme: dark)");
    dark.addEventListener("change", read);
    return () => {
      watch.disconnect();
      dark.removeEventListener("change", read);
    };
  }, []);
  return colours;
}

/** `light-dark()` is only resolved in a real property, so a probe element is asked. */
function readColours(): ChartColours {
  const probe = document.createElement("span");
  document.body.append(probe);
  const entries = NAMES.map((name) => {
    probe.style.color = `var(--${name})`;
    return [name, getComputedStyle(probe).color] as const;
  });
  probe.remove();
  return Object.fromEntries(entries) as unknown as ChartColours;
}
