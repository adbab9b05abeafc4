import { IconPencil } from "@tabler/icons-react";
import type { WrapUp } from "@vera/contracts/routing";
import { useEffect, useRef } from "react";
import { clockInWords, formatClock } from "../../../../shared/format/clock.ts";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { announce } from "../../../../shared/ui/announce.ts";
import { Clock } from "../../../../shared/ui/clock.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { Meter } from "../../../../shared/ui/meter.tsx";
import { useNow } from "../../../../shared/ui/use-now.ts";
import { useCitizenName } from "../citizen/use-citizen-name.ts";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import "../call/call-strip.css";

/** From here on the clock is drawn as at risk. */
const NEARLY_MS = 15_000;

/** The strip after the talk: "Trabajo posterior 0:31 de 2:00" with its meter. */
export function WrapUpStrip({ contact, wrapUp }: { contact: DeskContact; wrapUp: WrapUp }) {
  const { t, locale } = useTranslation();
  const now = useNow();
  const name = useCitizenName(contact.interactionId, contact.caller);
  const number = contact.caller.number ? formatPhone(contact.caller.number) : t("agentDesk.hiddenNumber");
  const started = Date.parse(wrapUp.startedAt);
  const total = wrapUp.deadlineAt ? Date.parse(wrapUp.deadlineAt) - started : null;
  const spent = now - started;
  const over = total !== null && spent >= total;
  useOverdueWord(over, wrapUp.disposed);
  return (
    <div className="strip strip-slim console">
      <div className="strip-head">
        <div className="sp el">
          <p className="strip-line">
            <Glyph icon={IconPencil} />
            {t("ui.state.wrap")}
          </p>
          <h1 className="el">{name ?? number}</h1>
        </div>
        <div className="strip-meter">
          <span>
            <Clock since={wrapUp.startedAt} className="strip-clock-small" label={t("ui.state.wrap")} />
            {total !== null && (
              <span className="mut-con"> {t("agentDesk.wrapUp.of", { total: formatClock(total) })}</span>
            )}
          </span>
          {total !== null && (
            <Meter
              label={t("ui.state.wrap")}
              value={spent}
              max={total}
              text={clockInWords(spent, locale)}
              tone={over || total - spent < NEARLY_MS ? "risk" : "wrap"}
            />
          )}
        </div>
      </div>
    </div>
  );
}

/** Said once, politely: the time is over and the outcome is still missing. */
function useOverdueWord(over: boolean, disposed: boolean): void {
  const { t } = useTranslation();
  const said = useRef(false);
  useEffect(() => {
    if (!over || disposed || said.current) return;
    said.current = true;
    announce(t("agentDesk.wrapUp.overdue"));
  }, [over, disposed, t]);
}
