import type { OfferCard } from "@vera/contracts/routing";

/** Offers that still ring, the oldest on top. An accepted one is on its way to be a contact. */
export function oldestFirst(offers: Readonly<Record<string, OfferCard>>): OfferCard[] {
  return Object.values(offers)
    .filter((offer) => offer.status === "pending")
    .sort((a, b) => a.offeredAt.localeCompare(b.offeredAt));
}
