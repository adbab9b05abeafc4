import type { ButtonHTMLAttributes } from "react";
import { ariaShortcut, shortcutText } from "../keys/key-names.ts";
import { Glyph, type GlyphIcon } from "./glyph.tsx";
import "./button.css";

interface IconButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** What it does: the name for screen readers and the tooltip. */
  label: string;
  icon: GlyphIcon;
  variant?: "plain" | "ghost" | "console";
  size?: "normal" | "small" | "tiny";
  glyphSize?: 14 | 16 | 18 | 20;
  keys?: string | undefined;
}

/** Only where a word has no room: rail, composer, close. */
export function IconButton({
  label,
  icon,
  variant = "ghost",
  size = "normal",
  glyphSize = 16,
  keys,
  className,
  ...rest
}: IconButtonProps) {
  return (
    <button
      type="button"
      className={`btn btn-icon btn-${variant} btn-${size} ${className ?? ""}`}
      aria-label={label}
      aria-keyshortcuts={keys ? ariaShortcut(keys) : undefined}
      data-tip={keys ? `${label} (${shortcutText(keys)})` : label}
      {...rest}
    >
      <Glyph icon={icon} size={glyphSize} />
    </button>
  );
}
