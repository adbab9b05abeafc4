import type { LiveCall } from "@vera/contracts/voice";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Dialog } from "../../../../shared/ui/dialog.tsx";
import "./keypad-dialog.css";

interface KeypadDialogProps {
  call: LiveCall;
  onPress: (key: string) => void;
  onRecording: () => void;
  onClose: () => void;
}

const KEYS = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "*", "0", "#"];

/** Tones for another machine's menu; also where the recording is paused for what must not be kept. */
export function KeypadDialog({ call, onPress, onRecording, onClose }: KeypadDialogProps) {
  const { t } = useTranslation();
  const [pressed, setPressed] = useState("");
  const press = (key: string): void => {
    setPressed(pressed + key);
    onPress(key);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || !KEYS.includes(event.key)) return;
    event.preventDefault();
    press(event.key);
  };
  return (
    <Dialog title={t("agentDesk.keypad.title")} onClose={onClose}>
      <fieldset className="keypad" aria-label={t("agentDesk.keypad.title")} onKeyDown={onKeyDown}>
        <output className="keypad-pressed" aria-label={t("agentDesk.keypad.pressed")}>
          {pressed}
        </output>
        {KEYS.map((key) => (
          <button key={key} type="button" className="btn keypad-key" onClick={() => press(key)}>
            {key}
          </button>
        ))}
      </fieldset>
      {call.recording !== "off" && (
        <div className="keypad-rec">
          <p className="sm mut">{t("agentDesk.keypad.recordingHint")}</p>
          <Button onClick={onRecording}>
            {t(
              call.recording === "paused"
                ? "agentDesk.keypad.recordAgain"
                : "agentDesk.keypad.pauseRecording",
            )}
          </Button>
        </div>
      )}
    </Dialog>
  );
}
