import { IconX } from "@tabler/icons-react";
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { IconButton } from "../../../../shared/ui/icon-button.tsx";
import "./drawer.css";

interface DrawerProps {
  title: string;
  /** Under the title: whose it is, in what state. */
  second?: ReactNode;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** The panel at the right of a list: not modal, so that the list stays at hand; Esc closes it. */
export function Drawer({ title, second, onClose, wide = false, children }: DrawerProps) {
  const { t } = useTranslation();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    if (event.key !== "Escape" || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.closest("dialog, [popover]")) return;
    event.preventDefault();
    onClose();
  };
  return (
    <aside className={wide ? "drawer drawer-wide" : "drawer"} aria-label={title} onKeyDown={onKeyDown}>
      <header className="drawer-head">
        <div>
          <h2 ref={heading} tabIndex={-1}>
            {title}
          </h2>
          {second && <p className="sm mut">{second}</p>}
        </div>
        <IconButton label={t("ui.close")} icon={IconX} size="small" onClick={onClose} />
      </header>
      {children}
    </aside>
  );
}
