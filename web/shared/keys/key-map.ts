/** What keys can do at the desk. `scope` "anywhere" works inside fields; "page" only outside of them. */
export const KEY_ACTIONS = [
  { id: "accept", binding: "Alt+KeyO", scope: "anywhere" },
  { id: "decline", binding: "Alt+KeyX", scope: "anywhere" },
  { id: "hold", binding: "Alt+KeyP", scope: "anywhere" },
  { id: "mute", binding: "Alt+KeyU", scope: "anywhere" },
  { id: "keypad", binding: "Alt+KeyN", scope: "anywhere" },
  { id: "consult", binding: "Alt+KeyC", scope: "anywhere" },
  { id: "join", binding: "Alt+KeyW", scope: "anywhere" },
  { id: "transfer", binding: "Alt+KeyR", scope: "anywhere" },
  { id: "end", binding: "Alt+KeyZ", scope: "anywhere", twice: true },
  { id: "previousContact", binding: "Alt+Comma", scope: "anywhere" },
  { id: "nextContact", binding: "Alt+Period", scope: "anywhere" },
  { id: "search", binding: "Alt+KeyK", scope: "anywhere" },
  { id: "ticket", binding: "Alt+KeyI", scope: "anywhere" },
  { id: "nextStep", binding: "Alt+KeyG", scope: "anywhere" },
  { id: "myState", binding: "Alt+KeyQ", scope: "anywhere" },
  { id: "done", binding: "Alt+KeyL", scope: "anywhere" },
  { id: "send", binding: "Control+Enter", scope: "anywhere" },
  { id: "help", binding: "Shift+Question", scope: "page" },
  { id: "searchList", binding: "Slash", scope: "page" },
  { id: "down", binding: "KeyJ", scope: "page" },
  { id: "up", binding: "KeyK", scope: "page" },
  { id: "note", binding: "KeyN", scope: "page" },
] as const;
export type KeyActionId = (typeof KEY_ACTIONS)[number]["id"];

/** Another key for an action, or null where it is turned off. */
export type KeyChanges = Partial<Record<KeyActionId, string | null>>;

export interface PressedKey {
  code: string;
  key: string;
  altKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  shiftKey: boolean;
  /** AltGraph types characters on many layouts: never a command. */
  altGraph: boolean;
}

/** Letters and keys that browsers and the window manager take with Alt. */
const TAKEN_WITH_ALT = new Set(
  ["A", "B", "D", "E", "F", "H", "M", "S", "T", "V", "Y"].map((letter) => `Key${letter}`),
);

export function bindingOf(id: KeyActionId, changes: KeyChanges): string | null {
  const changed = changes[id];
  if (changed !== undefined) return changed;
  return KEY_ACTIONS.find((action) => action.id === id)?.binding ?? null;
}

/** The press in the form of a binding, by the physical key; "?" alone goes by its sign, for it moves on layouts. */
export function pressedBinding(press: PressedKey): string | null {
  if (press.altGraph || press.metaKey) return null;
  if (press.altKey && press.ctrlKey) return null;
  if (press.altKey) return press.shiftKey ? null : `Alt+${press.code}`;
  if (press.ctrlKey) return `Control+${press.code.replace("NumpadEnter", "Enter")}`;
  if (press.key === "?") return "Shift+Question";
  return press.shiftKey ? null : press.code;
}

/** Which action a press asks for, or null. */
export function actionFor(
  press: PressedKey,
  options: { inField: boolean; changes: KeyChanges; singleLetters: boolean },
): KeyActionId | null {
  const binding = pressedBinding(press);
  if (binding === null) return null;
  for (const action of KEY_ACTIONS) {
    if (bindingOf(action.id, options.changes) !== binding) continue;
    if (action.scope === "anywhere") return action.id;
    if (!options.inField && (options.singleLetters || action.id === "help")) return action.id;
  }
  return null;
}

export type BindingProblem = "taken-by-browser" | "used" | "needs-alt";

/** Why a key cannot be given to an action, or null when it can. */
export function bindingProblem(id: KeyActionId, binding: string, changes: KeyChanges): BindingProblem | null {
  const [modifier, code] = binding.includes("+") ? binding.split("+") : [null, binding];
  const scope = KEY_ACTIONS.find((action) => action.id === id)?.scope;
  if (scope === "anywhere" && modifier === null) return "needs-alt";
  if (modifier === "Alt" && (TAKEN_WITH_ALT.has(code ?? "") || /^(Digit|Arrow|Home)/.test(code ?? ""))) {
    return "taken-by-browser";
  }
  const used = KEY_ACTIONS.some((action) => action.id !== id && bindingOf(action.id, changes) === binding);
  return used ? "used" : null;
}
