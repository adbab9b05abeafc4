import { IconX } from "@tabler/icons-react";
import { useRef } from "react";
import { formatClock } from "../../../shared/format/clock.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../shared/keys/use-key.ts";
import { announce } from "../../../shared/ui/announce.ts";
import { Clock } from "../../../shared/ui/clock.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { IconButton } from "../../../shared/ui/icon-button.tsx";
import { Menu } from "../../../shared/ui/menu.tsx";
import { STATE_LOOK } from "../../../shared/ui/state-look.ts";
import { serverNow } from "../../../shared/ui/use-now.ts";
import { useAgentDesk, useShownState } from "./agent-topic.ts";
import { pauseLook } from "./pause-look.ts";
import { useStateChoices } from "./use-state-choices.ts";
import "./state-well.css";

/** My state with its clock, and what I asked to be next. Alt+Q opens it and says it. */
export function StateWell() {
  const { t } = useTranslation();
  const desk = useAgentDesk();
  const shown = useShownState();
  const choices = useStateChoices();
  const button = useRef<HTMLButtonElement | null>(null);
  const word = shown.reason
    ? t("shell.state.pauseFor", { reason: shown.reason })
    : t(`shell.state.${shown.word}`);
  const keys = useKey("myState", () => {
    const clock = shown.since ? formatClock(serverNow() - Date.parse(shown.since)) : "";
    announce(t("shell.stateSaid", { state: word, clock }));
    button.current?.focus();
    button.current?.click();
  });
  const look = STATE_LOOK[shown.look];
  const next = desk?.requestedNext;
  const nextWord = next?.reason
    ? t("shell.state.pauseFor", { reason: next.reason.label })
    : t(`shell.state.${next?.state === "offline" ? "off" : "ready"}`);
  return (
    <div className="state-well">
      <Menu label={t("shell.chooseState")} entries={choices.entries}>
        {(trigger) => (
          <button
            type="button"
            className="state-now"
            aria-keyshortcuts={keys ? "Alt+Q" : undefined}
            {...trigger}
            ref={(node) => {
              button.current = node;
              if (typeof trigger.ref === "function") trigger.ref(node);
              else if (trigger.ref) trigger.ref.current = node;
            }}
          >
            <Glyph icon={look.icon} size={18} className={`state-glyph-${shown.look}`} />
            <span className="vh">{t("shell.myState")}</span>
            <span>{word}</span>
          </button>
        )}
      </Menu>
      {shown.since && <Clock since={shown.since} className="state-clock" label={word} />}
      {next && (
        <span className="state-next">
          <Glyph icon={pauseLook(next.reason?.code ?? null, next.state)} />
          {t("shell.next", { state: nextWord })}
          <IconButton
            label={t("shell.forgetNext")}
            icon={IconX}
            variant="console"
            size="tiny"
            glyphSize={14}
            onClick={choices.forgetNext}
          />
        </span>
      )}
    </div>
  );
}
