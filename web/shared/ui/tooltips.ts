import { placeBeside } from "./place-beside.ts";
import "./tooltips.css";

const WAIT_MS = 400;

/**
 * Every element with `data-tip` gets its tooltip on hover and focus from one element for the whole page. The
 * tooltip may be pointed at, and Esc hides it (WCAG 1.4.13). The control's own name is said, so this is not.
 */
export function installTooltips(root: HTMLElement): () => void {
  const tip = document.createElement("div");
  tip.className = "tooltip";
  tip.popover = "manual";
  tip.setAttribute("aria-hidden", "true");
  root.append(tip);
  let shownFor: HTMLElement | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const hide = (): void => {
    clearTimeout(timer);
    shownFor = null;
    if (tip.matches(":popover-open")) tip.hidePopover();
  };
  const show = (target: HTMLElement): void => {
    const text = target.dataset["tip"];
    if (!text || !target.isConnected) return;
    shownFor = target;
    tip.textContent = text;
    tip.showPopover();
    placeBeside(tip, target, "start");
  };
  const over = (event: Event): void => {
    if (event.target instanceof Node && tip.contains(event.target)) return;
    const target = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-tip]") : null;
    if (target === shownFor && target) return;
    hide();
    if (!target) return;
    const wait = waitBefore(event, target);
    if (wait !== null) timer = setTimeout(() => show(target), wait);
  };
  const key = (event: KeyboardEvent): void => {
    if (event.key === "Escape") hide();
  };
  document.addEventListener("pointerover", over);
  document.addEventListener("focusin", over);
  document.addEventListener("focusout", hide);
  document.addEventListener("pointerdown", hide);
  document.addEventListener("keydown", key);
  return () => {
    hide();
    tip.remove();
    document.removeEventListener("pointerover", over);
    document.removeEventListener("focusin", over);
    document.removeEventListener("focusout", hide);
    document.removeEventListener("pointerdown", hide);
    document.removeEventListener("keydown", key);
  };
}

/** On focus at once, but never within it: a menu that closes gives the focus back while it is still closing. */
function waitBefore(event: Event, target: HTMLElement): number | null {
  if (event.type === "pointerover") return WAIT_MS;
  return target.matches(":focus-visible") ? 0 : null;
}
