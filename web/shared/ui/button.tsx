import type { ButtonHTMLAttributes, ReactNode } from "react";
import { ariaShortcut } from "../keys/key-names.ts";
import { Glyph, type GlyphIcon } from "./glyph.tsx";
import { Kbd } from "./kbd.tsx";
import "./button.css";

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  variant?: "plain" | "primary" | "ghost" | "danger" | "console" | "sun" | "end";
  size?: "normal" | "tiny" | "small" | "large";
  icon?: GlyphIcon;
  /** The key that does the same, e.g. "Alt+KeyG": told to screen readers, and drawn when `showKeys`. */
  keys?: string | undefined;
  showKeys?: boolean;
  wide?: boolean;
  /** Something is under way: the button keeps its place and does nothing. */
  busy?: boolean;
  children: ReactNode;
}

export function Button({
  variant = "plain",
  size = "normal",
  icon,
  keys,
  showKeys = false,
  wide = false,
  busy = false,
  children,
  className,
  ...rest
}: ButtonProps) {
  const classes = ["btn", `btn-${variant}`, `btn-${size}`, wide ? "btn-wide" : "", className ?? ""];
  return (
    <button
      type="button"
      className={classes.filter(Boolean).join(" ")}
      aria-keyshortcuts={keys ? ariaShortcut(keys) : undefined}
      aria-disabled={busy || undefined}
      {...rest}
      onClick={busy ? undefined : rest.onClick}
    >
      {icon && <Glyph icon={icon} />}
      {children}
      {keys && showKeys && <Kbd keys={keys} />}
    </button>
  );
}
