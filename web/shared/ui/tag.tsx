import type { ReactNode } from "react";
import { Glyph, type GlyphIcon } from "./glyph.tsx";
import "./state-tag.css";

export type TagTone =
  | "ready"
  | "talk"
  | "wrap"
  | "pause"
  | "off"
  | "wait"
  | "ok"
  | "risk"
  | "breach"
  | "accent"
  | "neutral";

interface TagProps {
  tone: TagTone;
  icon?: GlyphIcon;
  children: ReactNode;
}

/** A word on its tint. For a state of a person, a queue or a clock use StateTag, which picks icon and word. */
export function Tag({ tone, icon, children }: TagProps) {
  return (
    <span className={`tag tag-${tone}`}>
      {icon && <Glyph icon={icon} size={14} />}
      {children}
    </span>
  );
}
