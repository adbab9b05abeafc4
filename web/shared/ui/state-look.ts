import {
  IconAlertOctagon,
  IconCircleCheck,
  IconCircleOff,
  IconClockHour4,
  IconHourglassHigh,
  IconPencil,
  IconPhoneCall,
  IconPhoneIncoming,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlugX,
} from "@tabler/icons-react";
import type { GlyphIcon } from "./glyph.tsx";
import type { TagTone } from "./tag.tsx";

export const STATE_LOOKS = [
  "ready",
  "talk",
  "running",
  "wrap",
  "pause",
  "off",
  "wait",
  "offered",
  "ok",
  "risk",
  "breach",
  "device-error",
] as const;
export type StateLook = (typeof STATE_LOOKS)[number];

/** Icon and colour of each state; the word comes from the texts (`ui.state.*`), so that it reads in grey too. */
export const STATE_LOOK: Record<StateLook, { tone: TagTone; icon: GlyphIcon }> = {
  ready: { tone: "ready", icon: IconCircleCheck },
  talk: { tone: "talk", icon: IconPhoneCall },
  running: { tone: "talk", icon: IconPlayerPlay },
  wrap: { tone: "wrap", icon: IconPencil },
  pause: { tone: "pause", icon: IconPlayerPause },
  off: { tone: "off", icon: IconCircleOff },
  wait: { tone: "wait", icon: IconHourglassHigh },
  offered: { tone: "accent", icon: IconPhoneIncoming },
  ok: { tone: "ok", icon: IconCircleCheck },
  risk: { tone: "risk", icon: IconClockHour4 },
  breach: { tone: "breach", icon: IconAlertOctagon },
  "device-error": { tone: "breach", icon: IconPlugX },
};
