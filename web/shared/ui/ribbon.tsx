import type { ReactNode } from "react";
import "./ribbon.css";

export type RibbonTone = "plain" | "wait" | "talk" | "ready" | "offered" | "wrap" | "pause" | "off" | "due";

export interface RibbonSegment {
  key: string;
  tone: RibbonTone;
  /** Length: milliseconds, or people for a ribbon of states. */
  size: number;
  /** Below the bar: "Cola 0:23". */
  caption: ReactNode;
  /** The one that runs now. */
  now?: boolean;
  onPick?: () => void;
}

interface RibbonProps {
  segments: readonly RibbonSegment[];
  /** The whole ribbon in words. */
  label: string;
  tall?: boolean;
}

/** Our signature: one bar of segments drawn to scale with its words below. A segment never gets too thin to read. */
export function Ribbon({ segments, label, tall = false }: RibbonProps) {
  const kind = segments.some((segment) => segment.onPick)
    ? ({ role: "group", "aria-label": label } as const)
    : ({ role: "img", "aria-label": label } as const);
  const crowded = segments.length > 8;
  return (
    <div className={tall ? "ribbon ribbon-tall" : "ribbon"} {...kind}>
      {segments.map((segment) => {
        const body = (
          <>
            <span className="ribbon-bar" />
            <span className="ribbon-cap">{segment.caption}</span>
          </>
        );
        const classes = ["ribbon-seg", `ribbon-tone-${segment.tone}`];
        if (segment.now) classes.push("ribbon-now");
        if (crowded) classes.push("ribbon-short");
        const shape = { className: classes.join(" "), style: { flexGrow: Math.max(segment.size, 1) } };
        return segment.onPick ? (
          <button key={segment.key} type="button" {...shape} onClick={segment.onPick}>
            {body}
          </button>
        ) : (
          <div key={segment.key} {...shape}>
            {body}
          </div>
        );
      })}
    </div>
  );
}
