import { useEffect, useState, useSyncExternalStore } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import {
  bindingOf,
  bindingProblem,
  KEY_ACTIONS,
  type KeyActionId,
  pressedBinding,
} from "../../../shared/keys/key-map.ts";
import {
  changeKey,
  keySettings,
  listenKeySettings,
  setSingleLetters,
} from "../../../shared/keys/key-store.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Checkbox } from "../../../shared/ui/checkbox.tsx";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { Kbd } from "../../../shared/ui/kbd.tsx";
import "./keys-dialog.css";

/** "Mis teclas": what each key does, changed by pressing another one. */
export function KeysDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const settings = useSyncExternalStore(listenKeySettings, keySettings);
  const [learning, setLearning] = useState<KeyActionId | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  useEffect(() => {
    if (!learning) return undefined;
    const learn = (event: KeyboardEvent): void => {
      if (["Alt", "Control", "Shift", "Meta"].includes(event.key)) return;
      event.preventDefault();
      event.stopPropagation();
      if (event.key === "Escape") {
        setLearning(null);
        return;
      }
      const binding = pressedBinding({
        code: event.code,
        key: event.key,
        altKey: event.altKey,
        ctrlKey: event.ctrlKey,
        metaKey: event.metaKey,
        shiftKey: event.shiftKey,
        altGraph: event.getModifierState("AltGraph"),
      });
      const refused = binding ? bindingProblem(learning, binding, settings.changes) : "taken-by-browser";
      setProblem(refused);
      if (binding === null || refused) return;
      changeKey(learning, binding);
      setLearning(null);
    };
    document.addEventListener("keydown", learn, true);
    return () => document.removeEventListener("keydown", learn, true);
  }, [learning, settings.changes]);
  const row = (action: (typeof KEY_ACTIONS)[number]) => {
    const binding = bindingOf(action.id, settings.changes);
    const changed = settings.changes[action.id] !== undefined;
    return (
      <tr key={action.id}>
        <th scope="row">{t(`shell.keys.${action.id}`)}</th>
        <td>
          {learning === action.id ? (
            <span className="keys-learn" role="status">
              {problem ? t(`shell.keyProblem.${problem}`) : t("shell.pressKey")}
            </span>
          ) : (
            <KeyShown binding={binding} twice={"twice" in action} />
          )}
        </td>
        <td className="num">
          <Button
            variant="ghost"
            size="tiny"
            aria-label={t("shell.changeKey", { action: t(`shell.keys.${action.id}`) })}
            onClick={() => {
              setProblem(null);
              setLearning(action.id);
            }}
          >
            {t("shell.change")}
          </Button>
          <Button
            variant="ghost"
            size="tiny"
            aria-label={t(changed ? "shell.restoreKey" : "shell.turnOffKey", {
              action: t(`shell.keys.${action.id}`),
            })}
            onClick={() => changeKey(action.id, changed ? undefined : null)}
          >
            {t(changed ? "shell.restore" : "shell.turnOff")}
          </Button>
        </td>
      </tr>
    );
  };
  return (
    <Dialog title={t("shell.myKeys")} onClose={onClose} wide>
      <div className="keys">
        {(["anywhere", "page"] as const).map((scope) => (
          <table key={scope}>
            <caption>{t(`shell.keyScope.${scope}`)}</caption>
            <tbody>{KEY_ACTIONS.filter((action) => action.scope === scope).map(row)}</tbody>
          </table>
        ))}
      </div>
      <Checkbox checked={settings.singleLetters} onChange={setSingleLetters}>
        {t("shell.singleLetters")}
      </Checkbox>
    </Dialog>
  );
}

function KeyShown({ binding, twice }: { binding: string | null; twice: boolean }) {
  const { t } = useTranslation();
  if (binding === null) return <span className="dim">{t("shell.keyOff")}</span>;
  return (
    <>
      <Kbd keys={binding} />
      <span className="vh">{binding.replace("Key", "")}</span>
      {twice && <span className="sm dim"> {t("shell.twice")}</span>}
    </>
  );
}
