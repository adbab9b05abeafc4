import { actionFor, KEY_ACTIONS, type KeyActionId } from "./key-map.ts";
import { keySettings } from "./key-store.ts";

type Handler = () => void;

/** The last component that asked for an action gets it: a dialog over a page comes first. */
const handlers = new Map<KeyActionId, Handler[]>();
/** Second press within this time for what must not happen by mistake. */
export const TWICE_MS = 2000;
let firstPress: { id: KeyActionId; at: number } | null = null;
let onFirstPress: ((id: KeyActionId) => void) | null = null;

export function handleKey(id: KeyActionId, handler: Handler): () => void {
  const list = handlers.get(id) ?? [];
  list.push(handler);
  handlers.set(id, list);
  return () => {
    const at = list.indexOf(handler);
    if (at >= 0) list.splice(at, 1);
  };
}

/** @param hint tells the person that a second press is needed */
export function installKeys(hint: (id: KeyActionId) => void): () => void {
  onFirstPress = hint;
  document.addEventListener("keydown", onKeyDown);
  return () => document.removeEventListener("keydown", onKeyDown);
}

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || event.repeat) return;
  const { changes, singleLetters } = keySettings();
  const press = {
    code: event.code,
    key: event.key,
    altKey: event.altKey,
    ctrlKey: event.ctrlKey,
    metaKey: event.metaKey,
    shiftKey: event.shiftKey,
    altGraph: event.getModifierState("AltGraph"),
  };
  const id = actionFor(press, { inField: isTaken(event.target, event.code), changes, singleLetters });
  const handler = id && handlers.get(id)?.at(-1);
  if (!id || !handler) return;
  event.preventDefault();
  if (needsTwice(id) && !isSecondPress(id, event.timeStamp)) {
    onFirstPress?.(id);
    return;
  }
  handler();
}

function isSecondPress(id: KeyActionId, at: number): boolean {
  const second = firstPress?.id === id && at - firstPress.at <= TWICE_MS;
  firstPress = second ? null : { id, at };
  return second;
}

function needsTwice(id: KeyActionId): boolean {
  return KEY_ACTIONS.some((action) => action.id === id && "twice" in action);
}

/** Where letters are text, arrows have their own work, or Enter presses what is focused. */
function isTaken(target: EventTarget | null, code: string): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.closest("textarea, select, [role=tree], [role=menu]")) return true;
  if (target instanceof HTMLInputElement)
    return !["checkbox", "radio", "button", "range"].includes(target.type);
  return code === "Enter" && target.closest("button, a, summary") !== null;
}
