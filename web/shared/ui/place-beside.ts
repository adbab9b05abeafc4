const GAP = 4;
const EDGE = 8;

/** Puts a floating element under (or, without room, over) what opened it, inside the window. */
export function placeBeside(floating: HTMLElement, anchor: HTMLElement, align: "start" | "end"): void {
  const from = anchor.getBoundingClientRect();
  const size = floating.getBoundingClientRect();
  const wantedLeft = align === "start" ? from.left : from.right - size.width;
  const left = Math.max(EDGE, Math.min(wantedLeft, window.innerWidth - size.width - EDGE));
  const below = from.bottom + GAP;
  const fitsBelow = below + size.height <= window.innerHeight - EDGE;
  const top = fitsBelow ? below : Math.max(EDGE, from.top - GAP - size.height);
  floating.style.left = `${Math.round(left)}px`;
  floating.style.top = `${Math.round(top)}px`;
}
