import { IconHeadphones, IconMessage2, IconPhoneOff, IconUsersGroup } from "@tabler/icons-react";
import type { Supervision, SupervisionMode } from "@vera/contracts/voice";
import { useEffect } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { announce } from "../../../shared/ui/announce.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Clock } from "../../../shared/ui/clock.tsx";
import type { GlyphIcon } from "../../../shared/ui/glyph.tsx";
import { usePhone } from "../phone/phone-context.ts";
import { useSupervise } from "./use-supervise.ts";
import "./supervision-band.css";

const MODES: readonly { mode: SupervisionMode; icon: GlyphIcon }[] = [
  { mode: "listen", icon: IconHeadphones },
  { mode: "whisper", icon: IconMessage2 },
  { mode: "barge", icon: IconUsersGroup },
];

/** The call I listen to, on every page, with who can hear me. */
export function SupervisionBand() {
  const { supervision } = useSupervise();
  return supervision && <LiveSupervision supervision={supervision} />;
}

function LiveSupervision({ supervision }: { supervision: Supervision }) {
  const { t } = useTranslation();
  const { supervise, leave, busy } = useSupervise();
  const { interactionId, agentId, mode, status, startedAt } = supervision;
  const name = supervision.agentName ?? t("board.supervision.anAgent");
  const live = status === "live";
  const said = live ? t(`board.supervision.${mode}`, { name }) : t("board.supervision.ringing");
  const hint = live ? t(`board.supervision.hint.${mode}`, { name }) : "";
  useEffect(() => announce(`${said} ${hint}`), [said, hint]);
  useSilentMicrophone(live && mode === "listen");
  return (
    <section className="supervision console" aria-label={t("board.supervision.label")}>
      <span className="supervision-who">
        <b className="el">{said}</b> <Clock since={startedAt} className="supervision-clock" />
        <span className="supervision-hint">{hint}</span>
      </span>
      <fieldset className="supervision-modes">
        <legend className="vh">{t("board.supervision.mode")}</legend>
        {MODES.map(({ mode: each, icon }) => (
          <Button
            key={each}
            variant="console"
            icon={icon}
            aria-pressed={each === mode}
            busy={busy}
            onClick={() => each !== mode && supervise({ interactionId, agentId, mode: each })}
          >
            {t(`board.seatMenu.${each}`)}
          </Button>
        ))}
      </fieldset>
      <Button variant="end" icon={IconPhoneOff} busy={busy} onClick={() => leave(interactionId)}>
        {t("board.supervision.leave")}
      </Button>
    </section>
  );
}

/** Who only listens sends nothing at all, whatever the exchange does with it. */
function useSilentMicrophone(silent: boolean): void {
  const phone = usePhone();
  const talking = phone?.talking === true;
  const mute = phone?.mute;
  useEffect(() => {
    if (!talking || !mute) return undefined;
    mute(silent);
    return () => mute(false);
  }, [talking, silent, mute]);
}
