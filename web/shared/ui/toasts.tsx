import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconX } from "@tabler/icons-react";
import { useSyncExternalStore } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { Glyph } from "./glyph.tsx";
import { IconButton } from "./icon-button.tsx";
import { currentToasts, dismissToast, listenToasts } from "./toast-store.ts";
import "./toasts.css";

const ICONS = { plain: IconInfoCircle, ok: IconCircleCheck, risk: IconAlertTriangle };

export function Toasts() {
  const { t } = useTranslation();
  const messages = useSyncExternalStore(listenToasts, currentToasts);
  if (messages.length === 0) return null;
  return (
    <section className="toasts" aria-label={t("ui.messages")}>
      {messages.map((message) => (
        <div key={message.id} className={`toast toast-${message.tone}`}>
          <Glyph icon={ICONS[message.tone]} />
          {message.text}
          <IconButton
            label={t("ui.close")}
            icon={IconX}
            size="tiny"
            glyphSize={14}
            onClick={() => dismissToast(message.id)}
          />
        </div>
      ))}
    </section>
  );
}
