import { createContext, type ReactNode, useContext } from "react";
import { createPortal } from "react-dom";

export interface TopBarPlaces {
  start: HTMLElement | null;
  end: HTMLElement | null;
}

const TopBarContext = createContext<TopBarPlaces>({ start: null, end: null });
export const TopBarPlacesProvider = TopBarContext.Provider;

interface TopBarSlotProps {
  /** start: title and filters of the page. end: its status, before my own mark. */
  place: keyof TopBarPlaces;
  children: ReactNode;
}

/** Draws a page's own things into the top bar. */
export function TopBarSlot({ place, children }: TopBarSlotProps) {
  const element = useContext(TopBarContext)[place];
  return element && createPortal(children, element);
}
