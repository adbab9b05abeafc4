import { IconCheck } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef } from "react";
import { Glyph, type GlyphIcon } from "./glyph.tsx";
import { placeBeside } from "./place-beside.ts";
import "./menu.css";

export type MenuEntry =
  | { kind: "line"; id: string }
  | { kind: "heading"; id: string; label: string }
  | {
      kind?: "item";
      id: string;
      label: string;
      icon?: GlyphIcon;
      /** A second word at the right: a key, a number of people. */
      hint?: ReactNode;
      /** Given: the item is one of a choice. */
      checked?: boolean;
      disabled?: boolean;
      onPick: () => void;
    };

export interface MenuTrigger {
  ref: Ref<HTMLButtonElement>;
  popoverTarget: string;
  "aria-haspopup": "menu";
}

interface MenuProps {
  label: string;
  entries: readonly MenuEntry[];
  align?: "start" | "end";
  /** Draws the button that opens it, with what it is given. */
  children: (trigger: MenuTrigger) => ReactNode;
}

/** A menu in the browser's top layer: Esc and a press outside close it, focus returns to the button. */
export function Menu({ label, entries, align = "start", children }: MenuProps) {
  const id = useId();
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = menu.current;
    if (!element) return undefined;
    const opened = (event: ToggleEvent): void => {
      trigger.current?.setAttribute("aria-expanded", String(event.newState === "open"));
      if (event.newState !== "open" || !trigger.current) return;
      placeBeside(element, trigger.current, align);
      const first = element.querySelector<HTMLElement>("[aria-checked=true]") ?? menuItems(element)[0];
      first?.focus();
    };
    element.addEventListener("toggle", opened);
    return () => element.removeEventListener("toggle", opened);
  }, [align]);
  return (
    <>
      {children({ ref: trigger, popoverTarget: id, "aria-haspopup": "menu" })}
      <div
        ref={menu}
        id={id}
        popover="auto"
        role="menu"
        tabIndex={-1}
        aria-label={label}
        className="menu"
        onKeyDown={moveFocus}
      >
        {entries.map((entry) => drawEntry(entry, () => menu.current?.hidePopover()))}
      </div>
    </>
  );
}

function drawEntry(entry: MenuEntry, close: () => void) {
  if (entry.kind === "line") return <hr key={entry.id} className="menu-line" />;
  if (entry.kind === "heading") {
    return (
      <div key={entry.id} className="menu-heading" role="presentation">
        {entry.label}
      </div>
    );
  }
  const choice =
    entry.checked === undefined
      ? ({ role: "menuitem" } as const)
      : ({ role: "menuitemradio", "aria-checked": entry.checked } as const);
  return (
    <button
      key={entry.id}
      type="button"
      {...choice}
      aria-disabled={entry.disabled || undefined}
      tabIndex={-1}
      className="menu-item"
      onClick={() => {
        if (entry.disabled) return;
        close();
        entry.onPick();
      }}
    >
      {entry.icon && <Glyph icon={entry.icon} />}
      <span className="sp el">{entry.label}</span>
      {entry.hint && <span className="menu-hint">{entry.hint}</span>}
      {entry.checked && <Glyph icon={IconCheck} />}
    </button>
  );
}

function menuItems(menu: HTMLElement): HTMLElement[] {
  return [...menu.querySelectorAll<HTMLElement>("[role^=menuitem]")];
}

function moveFocus(event: KeyboardEvent<HTMLDivElement>): void {
  const items = menuItems(event.currentTarget);
  const at = items.indexOf(document.activeElement as HTMLElement);
  const next = nextIndex(event.key, at, items, event);
  if (next === null) return;
  event.preventDefault();
  items[next]?.focus();
}

function nextIndex(key: string, at: number, items: HTMLElement[], event: KeyboardEvent): number | null {
  if (key === "ArrowDown") return (at + 1) % items.length;
  if (key === "ArrowUp") return (at - 1 + items.length) % items.length;
  if (key === "Home") return 0;
  if (key === "End") return items.length - 1;
  if (key.length !== 1 || key === " " || event.altKey || event.ctrlKey) return null;
  const found = items.findIndex(
    (item, index) => index > at && item.textContent?.toLowerCase().startsWith(key.toLowerCase()),
  );
  return found < 0 ? null : found;
}
