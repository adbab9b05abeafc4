import type { OfferCard } from "@vera/contracts/routing";
import { useEffect } from "react";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { shortcutText } from "../../../../shared/keys/key-names.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { readPhoneSettings } from "../../../../shared/softphone/device-store.ts";
import { startRinging } from "../../../../shared/softphone/ring-tone.ts";
import { announce } from "../../../../shared/ui/announce.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ChannelGlyph } from "../../../../shared/ui/channel-glyph.tsx";
import { usePhone } from "../../phone/phone-context.ts";
import { useCalls } from "../../shell/agent-topic.ts";
import "./offer-view.css";

/** A colleague asks me, or passes a call on: it rings without an offer of the queue. */
export function RingCard({ offers }: { offers: readonly OfferCard[] }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const calls = useCalls();
  const invite = phone?.ringing ?? null;
  const offered = offers.some((offer) => offer.interactionId === invite?.interactionId);
  const call = invite?.interactionId ? calls?.calls[invite.interactionId] : undefined;
  const ringing = invite !== null && !offered && call !== undefined;
  const answerKeys = useKey("accept", ringing ? () => phone?.answer() : null);
  const rejectKeys = useKey("decline", ringing ? () => phone?.reject() : null);
  const asker = call?.consult?.role === "asked" ? (call.consult.peer.name ?? "") : null;
  const what =
    asker === null ? t("agentDesk.offer.ringing.passed") : t("agentDesk.offer.ringing.asked", { who: asker });
  const number = call?.peer.number ? formatPhone(call.peer.number) : t("agentDesk.hiddenNumber");
  const who = call?.peer.name ?? number;
  const keys = answerKeys ? shortcutText(answerKeys) : "";
  const sentence = ringing ? t("agentDesk.offer.ringing.said", { what, who, keys }) : "";
  useEffect(() => {
    if (sentence === "") return undefined;
    announce(sentence, "assertive");
    return startRinging(readPhoneSettings());
  }, [sentence]);
  if (!ringing) return null;
  return (
    <section className="offers" aria-label={t("agentDesk.offer.region")}>
      <article className="offer console">
        <span className="offer-bar" aria-hidden="true" />
        <div className="offer-line">
          <ChannelGlyph channel="voice" size={16} />
          <span className="el">{what}</span>
        </div>
        <h2 className="el">{who}</h2>
        <p className="offer-line el">
          {[call.peer.name ? number : null, call.queueName].filter(Boolean).join(" · ")}
        </p>
        <div className="offer-acts">
          <Button variant="sun" size="large" keys={answerKeys} showKeys onClick={() => phone?.answer()}>
            {t("agentDesk.offer.accept")}
          </Button>
          <Button variant="console" keys={rejectKeys} showKeys onClick={() => phone?.reject()}>
            {t("agentDesk.offer.decline")}
          </Button>
        </div>
      </article>
    </section>
  );
}
