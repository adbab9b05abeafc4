import type { KeyActionId, KeyChanges } from "./key-map.ts";

export interface KeySettings {
  changes: KeyChanges;
  /** j, k, r, n…: off by default for who uses a screen reader, which takes them itself. */
  singleLetters: boolean;
}

const STORE = "vera.keys";
const DEFAULTS: KeySettings = { changes: {}, singleLetters: true };
const listeners = new Set<() => void>();
let settings = read();

export function keySettings(): KeySettings {
  return settings;
}

export function listenKeySettings(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function changeKey(id: KeyActionId, binding: string | null | undefined): void {
  const { [id]: _old, ...others } = settings.changes;
  save({ ...settings, changes: binding === undefined ? others : { ...others, [id]: binding } });
}

export function setSingleLetters(singleLetters: boolean): void {
  save({ ...settings, singleLetters });
}

function save(next: KeySettings): void {
  settings = next;
  try {
    localStorage.setItem(STORE, JSON.stringify(next));
  } catch {
    // A private window may refuse storage; the change then holds for this visit.
  }
  for (const listener of listeners) listener();
}

function read(): KeySettings {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(STORE) ?? "null");
    return typeof stored === "object" && stored !== null ? { ...DEFAULTS, ...stored } : DEFAULTS;
  } catch {
    return DEFAULTS;
  }
}
