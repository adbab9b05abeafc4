import {
  IconArrowForwardUp,
  IconDialpad,
  IconMicrophone,
  IconMicrophoneOff,
  IconPhoneOff,
  IconPlayerPause,
  IconPlayerPlay,
  IconUsers,
} from "@tabler/icons-react";
import type { LiveCall } from "@vera/contracts/voice";
import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { shortcutText } from "../../../../shared/keys/key-names.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { KeypadDialog } from "./keypad-dialog.tsx";
import { TargetDialog } from "./target-dialog.tsx";
import { useCallCommands } from "./use-call-commands.ts";

/** The call bar; each act also by its key, wherever the cursor is. */
export function CallBar({ call }: { call: LiveCall }) {
  const { t } = useTranslation();
  const commands = useCallCommands(call);
  const [open, setOpen] = useState<"keypad" | "consult" | "transfer" | null>(null);
  const up = call.status !== "ringing";
  const held = call.status === "held";
  const conference = call.status === "conference";
  const single = up && call.consult === null && !conference;
  const hold = useKey("hold", single ? commands.toggleHold : null);
  const mute = useKey("mute", up ? commands.toggleMute : null);
  const keypad = useKey("keypad", up ? () => setOpen("keypad") : null);
  const consult = useKey("consult", single ? () => setOpen("consult") : null);
  const transfer = useKey("transfer", single ? () => setOpen("transfer") : null);
  return (
    <div className="call-bar" role="toolbar" aria-label={t("agentDesk.bar.label")}>
      <Button
        variant={held ? "sun" : "console"}
        icon={held ? IconPlayerPlay : IconPlayerPause}
        disabled={!single}
        onClick={commands.toggleHold}
        {...tip(hold)}
      >
        {t(held ? "agentDesk.bar.resume" : "agentDesk.bar.hold")}
      </Button>
      <Button
        variant="console"
        icon={call.muted ? IconMicrophone : IconMicrophoneOff}
        aria-pressed={call.muted}
        disabled={!up}
        onClick={commands.toggleMute}
        {...tip(mute)}
      >
        {t(call.muted ? "agentDesk.bar.unmute" : "agentDesk.bar.mute")}
      </Button>
      <Button
        variant="console"
        icon={IconDialpad}
        disabled={!up}
        onClick={() => setOpen("keypad")}
        {...tip(keypad)}
      >
        {t("agentDesk.bar.keypad")}
      </Button>
      <Button
        variant="console"
        icon={IconUsers}
        disabled={!single}
        onClick={() => setOpen("consult")}
        {...tip(consult)}
      >
        {t("agentDesk.bar.consult")}
      </Button>
      <Button
        variant="console"
        icon={IconArrowForwardUp}
        disabled={!single}
        onClick={() => setOpen("transfer")}
        {...tip(transfer)}
      >
        {t("agentDesk.bar.transfer")}
      </Button>
      <EndButton conference={conference} onEnd={commands.end} />
      {open === "keypad" && (
        <KeypadDialog
          call={call}
          onPress={commands.press}
          onRecording={commands.toggleRecording}
          onClose={() => setOpen(null)}
        />
      )}
      {(open === "consult" || open === "transfer") && (
        <TargetDialog
          purpose={open}
          call={call}
          onConsult={commands.consult}
          onTransfer={commands.transfer}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  );
}

/** Alone at the right. In a conference the others go on talking. */
function EndButton({ conference, onEnd }: { conference: boolean; onEnd: () => void }) {
  const { t } = useTranslation();
  const keys = useKey("end", onEnd);
  return (
    <Button
      variant="end"
      icon={IconPhoneOff}
      aria-label={conference ? t("agentDesk.bar.leaveConference") : undefined}
      onClick={onEnd}
      {...tip(keys)}
    >
      {t(conference ? "agentDesk.bar.leave" : "agentDesk.bar.end")}
    </Button>
  );
}

/** The key of a button, told to screen readers and shown on hover. */
function tip(keys: string | undefined) {
  return keys ? { keys, "data-tip": shortcutText(keys) } : {};
}
