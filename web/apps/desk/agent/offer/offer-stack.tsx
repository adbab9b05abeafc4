import { useMutation } from "@tanstack/react-query";
import type { OfferCard } from "@vera/contracts/routing";
import { useEffect, useRef } from "react";
import { acceptOffer, declineOffer } from "../../../../shared/api/agent.ts";
import { useProblemText } from "../../../../shared/api/problem-text.ts";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { shortcutText } from "../../../../shared/keys/key-names.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { readPhoneSettings } from "../../../../shared/softphone/device-store.ts";
import { startRinging } from "../../../../shared/softphone/ring-tone.ts";
import { announce } from "../../../../shared/ui/announce.ts";
import { toast } from "../../../../shared/ui/toast-store.ts";
import { usePhone } from "../../phone/phone-context.ts";
import { OfferView } from "./offer-view.tsx";

/** What is offered to me now: rings, says so once, and is taken or refused by button or key. */
export function OfferStack({ offers }: { offers: readonly OfferCard[] }) {
  const { t } = useTranslation();
  const phone = usePhone();
  const top = offers[0];
  const accept = useMutation({
    mutationFn: (offer: OfferCard) => acceptOffer(offer.offerId),
    onMutate: (offer) => {
      if (offer.channel === "voice") phone?.answer();
    },
  });
  const decline = useMutation({ mutationFn: (offer: OfferCard) => declineOffer(offer.offerId) });
  const failure = accept.error ?? decline.error;
  const problem = useProblemText(failure);
  useEffect(() => {
    if (failure) toast(problem.text, "risk");
  }, [failure, problem.text]);
  const acceptKeys = useKey("accept", top ? () => accept.mutate(top) : null);
  const declineKeys = useKey("decline", top ? () => decline.mutate(top) : null);
  const ringing = top !== undefined && !accept.isPending;
  useEffect(() => (ringing ? startRinging(readPhoneSettings()) : undefined), [ringing]);
  const who = top ? (top.caller.name ?? formatPhone(top.caller.number ?? t("agentDesk.hiddenNumber"))) : "";
  const sentence = top
    ? t("agentDesk.offer.said", {
        channel: t(`ui.channel.${top.channel}`),
        who,
        queue: top.queueName,
        keys: acceptKeys ? shortcutText(acceptKeys) : "",
      })
    : "";
  useOfferNotice(top?.offerId, sentence);
  if (!top) return null;
  return (
    <section className="offers" aria-label={t("agentDesk.offer.region")}>
      {offers.map((offer, index) => (
        <OfferView
          key={offer.offerId}
          offer={offer}
          position={index + 1}
          of={offers.length}
          busy={accept.isPending || decline.isPending}
          acceptKeys={index === 0 ? acceptKeys : undefined}
          declineKeys={index === 0 ? declineKeys : undefined}
          onAccept={() => accept.mutate(offer)}
          onDecline={() => decline.mutate(offer)}
        />
      ))}
    </section>
  );
}

/** One assertive sentence in the page, and a notification of the system when the tab is hidden. */
function useOfferNotice(offerId: string | undefined, sentence: string): void {
  const told = useRef<string | undefined>(undefined);
  useEffect(() => {
    if (offerId === undefined || told.current === offerId) return undefined;
    told.current = offerId;
    announce(sentence, "assertive");
    if (!document.hidden || !("Notification" in window) || Notification.permission !== "granted")
      return undefined;
    const notice = new Notification(sentence, { tag: offerId });
    notice.onclick = () => window.focus();
    return () => notice.close();
  }, [offerId, sentence]);
}
