import { type ComponentType, lazy } from "react";
import { loadTexts } from "./i18n.ts";

/** A page that comes with the texts of its areas when it is first opened. */
export function lazyArea<Props extends object>(
  areas: readonly string[],
  open: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return lazy(async () => {
    const [page] = await Promise.all([open(), ...areas.map(loadTexts)]);
    return { default: page };
  });
}
