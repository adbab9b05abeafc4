/**
 * A binding is written with the physical key: "Alt+KeyO", "Slash", "Control+Enter". The letter printed on the
 * cap may differ between layouts; the place under the finger does not.
 */
const SHOWN: Record<string, string> = {
  Comma: ",",
  Period: ".",
  Slash: "/",
  Control: "Ctrl",
  Escape: "Esc",
  Enter: "Enter",
};

/** `Alt O`: what a key cap drawing shows. */
export function shortcutText(binding: string): string {
  if (binding === "Shift+Question") return "?";
  return parts(binding).join(" ");
}

/** The form of `aria-keyshortcuts`: "Alt+O". */
export function ariaShortcut(binding: string): string {
  if (binding === "Shift+Question") return "Shift+?";
  return parts(binding).join("+").replace("Ctrl", "Control");
}

function parts(binding: string): string[] {
  return binding.split("+").map((part) => SHOWN[part] ?? part.replace(/^(Key|Digit)/, ""));
}
