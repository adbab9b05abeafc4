import type { ComponentType } from "react";

/** A tabler icon, imported by name. */
export type GlyphIcon = ComponentType<{
  size?: number | string;
  stroke?: number | string;
  className?: string;
}>;

interface GlyphProps {
  icon: GlyphIcon;
  /** 14 in tags, 16 in buttons, 18 in lists, 20 in the rail. */
  size?: 14 | 16 | 18 | 20 | 26;
  className?: string;
}

/** The icon drawn our way; never read aloud, the word beside it is. */
export function Glyph({ icon: Icon, size = 16, className }: GlyphProps) {
  return (
    <span className={className ? `glyph ${className}` : "glyph"} aria-hidden="true">
      <Icon size={size} stroke={1.75} />
    </span>
  );
}
