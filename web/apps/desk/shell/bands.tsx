import { IconCircleCheck, IconPlugX, IconWifiOff } from "@tabler/icons-react";
import { Suspense, useEffect, useRef, useState } from "react";
import { lazyArea } from "../../../shared/i18n/lazy-area.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useLine } from "../../../shared/realtime/use-topic.ts";
import { announce } from "../../../shared/ui/announce.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { usePhone } from "../phone/phone-context.ts";
import { useMe } from "../session/me-context.ts";

const SupervisionBand = lazyArea(
  ["board"],
  async () => (await import("../supervision/supervision-band.tsx")).SupervisionBand,
);
const BACK_SHOWN_MS = 8000;
/** A telephone that registers within this time after sign-in needs no word. */
const PHONE_PATIENCE_MS = 4000;

/** What keeps contacts from reaching me, under the top bar, with what happens next. */
export function Bands() {
  const { t } = useTranslation();
  const { can } = useMe();
  return (
    <aside className="bands" aria-label={t("shell.notices")}>
      <LineBand />
      <PhoneBand />
      <Suspense>{can("supervise.monitor") && <SupervisionBand />}</Suspense>
    </aside>
  );
}

function LineBand() {
  const { t } = useTranslation();
  const { can } = useMe();
  const line = useLine();
  const wasStale = useRef(false);
  const [back, setBack] = useState(false);
  const handles = can("interaction.handle");
  const lost = t(handles ? "shell.lineLost" : "shell.lineLostReader");
  const returned = t(handles ? "shell.lineBack" : "shell.lineBackReader");
  useEffect(() => {
    if (line === "stale") {
      wasStale.current = true;
      setBack(false);
      announce(lost, "assertive");
      return undefined;
    }
    if (line !== "live" || !wasStale.current) return undefined;
    wasStale.current = false;
    setBack(true);
    announce(returned);
    const timer = setTimeout(() => setBack(false), BACK_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [line, lost, returned]);
  if (line === "stale") {
    return (
      <div className="band band-risk">
        <Glyph icon={IconWifiOff} />
        {lost}
      </div>
    );
  }
  return back ? (
    <div className="band band-ok">
      <Glyph icon={IconCircleCheck} />
      {returned}
    </div>
  ) : null;
}

function PhoneBand() {
  const { t } = useTranslation();
  const { can } = useMe();
  const phone = usePhone();
  const [patient, setPatient] = useState(true);
  const down = phone !== null && phone.line !== "registered";
  useEffect(() => {
    setPatient(true);
    if (!down) return undefined;
    const timer = setTimeout(() => setPatient(false), PHONE_PATIENCE_MS);
    return () => clearTimeout(timer);
  }, [down]);
  if (phone?.problem) {
    return (
      <div className="band band-risk" role="alert">
        <Glyph icon={IconPlugX} />
        {t(`shell.phone.${phone.problem}`)}
        <span className="sp" />
        <Button size="small" onClick={phone.clearProblem}>
          {t("ui.close")}
        </Button>
      </div>
    );
  }
  if (!down || patient || !can("interaction.handle")) return null;
  return (
    <div className="band band-risk" role="status">
      <Glyph icon={IconPlugX} />
      {t("shell.phone.down")}
    </div>
  );
}
