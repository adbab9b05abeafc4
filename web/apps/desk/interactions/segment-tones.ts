import type { SegmentKind } from "@vera/contracts/conversations";
import type { RibbonTone } from "../../../shared/ui/ribbon.tsx";

export const SEGMENT_TONES: Record<SegmentKind, RibbonTone> = {
  ivr: "plain",
  queue: "wait",
  offer: "offered",
  talk: "talk",
  hold: "pause",
  consult: "pause",
  "wrap-up": "wrap",
};
