import { IconX } from "@tabler/icons-react";
import { type ReactNode, useEffect, useId, useRef } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { IconButton } from "./icon-button.tsx";
import "./dialog.css";

interface DialogProps {
  title: string;
  onClose: () => void;
  wide?: boolean;
  /** Buttons of the foot; the primary one last. */
  foot?: ReactNode;
  children: ReactNode;
}

const WORK = "input, select, textarea, button, a[href]";

/** A native modal dialog: focus is kept inside and goes back by itself; Esc closes the dialog, never the contact. */
export function Dialog({ title, onClose, wide = false, foot, children }: DialogProps) {
  const { t } = useTranslation();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) {
      dialog.showModal();
      // Where the work begins, not the button that closes it.
      dialog.querySelector<HTMLElement>(`.dialog-body :is(${WORK})`)?.focus();
    }
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      className={wide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-head">
        <h2 id={titleId}>{title}</h2>
        <IconButton label={t("ui.close")} icon={IconX} size="small" onClick={onClose} />
      </div>
      <div className="dialog-body">{children}</div>
      {foot && <div className="dialog-foot">{foot}</div>}
    </dialog>
  );
}
