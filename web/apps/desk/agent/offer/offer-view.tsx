import type { OfferCard } from "@vera/contracts/routing";
import { type CSSProperties, useEffect, useRef } from "react";
import { formatClock } from "../../../../shared/format/clock.ts";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { announce } from "../../../../shared/ui/announce.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ChannelGlyph } from "../../../../shared/ui/channel-glyph.tsx";
import { useNow } from "../../../../shared/ui/use-now.ts";
import "./offer-view.css";

interface OfferViewProps {
  offer: OfferCard;
  position: number;
  of: number;
  busy: boolean;
  acceptKeys: string | undefined;
  declineKeys: string | undefined;
  onAccept: () => void;
  onDecline: () => void;
}

/** Seconds left at which the remaining time is said once more. */
const SAID_AT = [10, 5];

/** The card over the top of the centre; the sun bar at its left shrinks with the time to answer. */
export function OfferView(props: OfferViewProps) {
  const { offer, position, of, busy, acceptKeys, declineKeys, onAccept, onDecline } = props;
  const { t } = useTranslation();
  const now = useNow();
  const ends = Date.parse(offer.expiresAt);
  const total = ends - Date.parse(offer.offeredAt);
  // A browser clock a second behind the server must not show more seconds than there are.
  const leftMs = Math.max(0, Math.min(total, ends - now));
  const left = Math.ceil(leftMs / 1000);
  const share = total > 0 ? leftMs / total : 0;
  const said = useRef(new Set<number>());
  useEffect(() => {
    const due = SAID_AT.find((seconds) => left === seconds && !said.current.has(seconds));
    if (due === undefined) return;
    said.current.add(due);
    announce(t("agentDesk.offer.secondsLeft", { count: due }));
  }, [left, t]);
  const number = offer.caller.number ? formatPhone(offer.caller.number) : t("agentDesk.hiddenNumber");
  return (
    <article className="offer console" style={{ "--left": share } as CSSProperties}>
      <span className="offer-bar" aria-hidden="true" />
      <div className="offer-line">
        <ChannelGlyph channel={offer.channel} outbound={offer.kind === "callback"} size={16} />
        <span className="el">
          {t(offer.kind === "callback" ? "agentDesk.offer.callback" : "agentDesk.offer.incoming", {
            queue: offer.queueName,
          })}
        </span>
        <span className="sp" />
        {of > 1 && <span>{t("agentDesk.offer.position", { position, of })}</span>}
        <span className="offer-left">{t("agentDesk.offer.seconds", { count: left })}</span>
      </div>
      <h2 className="el">{offer.caller.name ?? number}</h2>
      <p className="offer-line el">
        {offer.caller.name && <span>{number}</span>}
        <span>
          {t("agentDesk.offer.waited", { clock: formatClock(now - Date.parse(offer.waitingSince)) })}
        </span>
      </p>
      {offer.topic && <p className="el">{offer.topic}</p>}
      <div className="offer-acts">
        <Button variant="sun" size="large" busy={busy} keys={acceptKeys} showKeys onClick={onAccept}>
          {t("agentDesk.offer.accept")}
        </Button>
        <Button variant="console" busy={busy} keys={declineKeys} showKeys onClick={onDecline}>
          {t("agentDesk.offer.decline")}
        </Button>
      </div>
    </article>
  );
}
