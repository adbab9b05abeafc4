type Manner = "polite" | "assertive";

const regions: Partial<Record<Manner, HTMLElement>> = {};

/** The live regions of the page tell where they are; they stay in the page as long as it lives. */
export function setLiveRegion(manner: Manner, element: HTMLElement | null): void {
  if (element) regions[manner] = element;
  else delete regions[manner];
}

/** Says a sentence to screen readers. Assertive only for an offer. */
export function announce(text: string, manner: Manner = "polite"): void {
  const region = regions[manner];
  if (!region) return;
  // The same sentence twice must be two changes, or the second is not said.
  region.textContent = region.textContent === text ? `${text}\u00a0` : text;
}
