import { IconSearch } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { ariaShortcut } from "../../../shared/keys/key-names.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { Kbd } from "../../../shared/ui/kbd.tsx";
import { useMe } from "../session/me-context.ts";
import { DemoMark } from "./demo-mark.tsx";
import { QueueGlance } from "./queue-glance.tsx";
import { StateWell } from "./state-well.tsx";
import type { TopBarPlaces } from "./top-bar-slot.tsx";
import { UserMenu } from "./user-menu.tsx";
import { VeraMark } from "./vera-mark.tsx";

interface TopBarProps {
  /** Where pages may draw, once they are in the document. */
  onPlaces: (change: (places: TopBarPlaces) => TopBarPlaces) => void;
  searchKeys: string | undefined;
  onSearch: () => void;
}

export function TopBar({ onPlaces, searchKeys, onSearch }: TopBarProps) {
  const { t } = useTranslation();
  const { can } = useMe();
  const start = useCallback(
    (node: HTMLElement | null) => onPlaces((at) => ({ ...at, start: node })),
    [onPlaces],
  );
  const end = useCallback((node: HTMLElement | null) => onPlaces((at) => ({ ...at, end: node })), [onPlaces]);
  return (
    <header className="topbar console">
      <span className="topbar-mark">
        <VeraMark />
      </span>
      {can("interaction.handle") && <StateWell />}
      <div className="topbar-slot" ref={start} />
      <button
        type="button"
        className="console-search"
        onClick={onSearch}
        aria-keyshortcuts={searchKeys ? ariaShortcut(searchKeys) : undefined}
      >
        <Glyph icon={IconSearch} />
        <span className="el">{t("shell.search")}</span>
        {searchKeys && <Kbd keys={searchKeys} />}
      </button>
      <span className="sp" />
      <div className="topbar-slot" ref={end} />
      {can("interaction.handle") && can("queue.read") && <QueueGlance />}
      <DemoMark />
      <UserMenu />
    </header>
  );
}
