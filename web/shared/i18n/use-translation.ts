import { useSyncExternalStore } from "react";
import { currentTexts, listenTexts, type Texts } from "./texts-store.ts";

/** `t(key, params)` says a text in the language of the reader; `locale` is which language that is. */
export function useTranslation(): Texts {
  return useSyncExternalStore(listenTexts, currentTexts);
}
