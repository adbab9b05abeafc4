import { IconVolume } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import {
  type PhoneSettings,
  readPhoneSettings,
  savePhoneSettings,
} from "../../../shared/softphone/device-store.ts";
import { ringOnce } from "../../../shared/softphone/ring-tone.ts";
import { useAudioDevices } from "../../../shared/softphone/use-audio-devices.ts";
import { useMicLevel } from "../../../shared/softphone/use-mic-level.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { Field } from "../../../shared/ui/field.tsx";
import { Meter } from "../../../shared/ui/meter.tsx";
import { Select } from "../../../shared/ui/select.tsx";
import { StateTag } from "../../../shared/ui/state-tag.tsx";
import { toast } from "../../../shared/ui/toast-store.ts";
import { NotifyChoice } from "./notify-choice.tsx";
import { usePhone } from "./phone-context.ts";

/** Speech at a normal distance reaches this; below, the person is asked to speak or to move the microphone. */
const HEARD_LEVEL = 0.05;

/** Choose and try the headset: the bar moves when the microphone hears. */
export function HeadsetDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const devices = useAudioDevices();
  const [settings, setSettings] = useState<PhoneSettings>(readPhoneSettings);
  const mic = useMicLevel(settings.microphoneId);
  const [heard, setHeard] = useState(false);
  if (!heard && mic.level > HEARD_LEVEL) setHeard(true);
  const change = (part: Partial<PhoneSettings>): void => {
    const next = { ...settings, ...part };
    setSettings(next);
    savePhoneSettings(next);
    phone?.chooseDevices(next).catch(() => toast(t("shell.deviceFailed"), "risk"));
  };
  const named = (list: readonly { id: string; label: string }[]) => [
    { value: "", label: t("shell.systemDevice") },
    ...list.map((device, index) => ({
      value: device.id,
      label: device.label || t("shell.unnamedDevice", { number: index + 1 }),
    })),
  ];
  return (
    <Dialog title={t("shell.headset")} onClose={onClose}>
      <div className="stack">
        <Select
          label={t("shell.microphone")}
          value={settings.microphoneId}
          options={named(devices.microphones)}
          onChange={(microphoneId) => change({ microphoneId })}
          error={mic.problem ? t(`shell.phone.${mic.problem}`) : null}
        />
        <div className="field">
          <span className="lab">{t("shell.level")}</span>
          <Meter
            label={t("shell.level")}
            value={Math.min(1, mic.level * 2)}
            max={1}
            text={t(heard ? "shell.heard" : "shell.notHeard")}
            tone="level"
            wide
          />
          <span role="status">
            {heard ? (
              <StateTag state="ok">{t("shell.heard")}</StateTag>
            ) : (
              <span className="sm mut">{t("shell.notHeard")}</span>
            )}
          </span>
        </div>
        <Select
          label={t("shell.speaker")}
          value={settings.speakerId}
          options={named(devices.speakers)}
          onChange={(speakerId) => change({ speakerId })}
        />
        <Select
          label={t("shell.ringer")}
          value={settings.ringerId}
          options={[...named(devices.speakers), { value: "none", label: t("shell.noRinger") }]}
          onChange={(ringerId) => change({ ringerId })}
        />
        <Field label={t("shell.ringVolume")}>
          {(control) => (
            <input
              {...control}
              type="range"
              min="0"
              max="1"
              step="0.1"
              value={settings.ringVolume}
              onChange={(event) => change({ ringVolume: event.target.valueAsNumber })}
            />
          )}
        </Field>
        <NotifyChoice />
        <Button icon={IconVolume} onClick={() => ringOnce(settings)}>
          {t("shell.tryRing")}
        </Button>
      </div>
    </Dialog>
  );
}
