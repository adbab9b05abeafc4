import { shortcutText } from "../keys/key-names.ts";
import "./kbd.css";

/** A key drawn; screen readers hear it from `aria-keyshortcuts` of the control instead. */
export function Kbd({ keys }: { keys: string }) {
  return (
    <span className="kbd" aria-hidden="true">
      {shortcutText(keys)}
    </span>
  );
}
