import type { CallbackRequest } from "@vera/contracts/routing";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ChannelGlyph } from "../../../../shared/ui/channel-glyph.tsx";

/** A call back that I owe; it comes to me by itself as an offer when its place comes. */
export function CallbackRow({ callback }: { callback: CallbackRequest }) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <div className="contact">
      <ChannelGlyph channel="voice" outbound />
      <span className="el">{callback.name ?? formatPhone(callback.phone)}</span>
      <span className="mut" title={formats.exact(callback.notBefore ?? callback.requestedAt)}>
        {formats.when(callback.notBefore ?? callback.requestedAt)}
      </span>
      <span className="contact-second el">
        {t("agentDesk.contacts.callback", { queue: callback.queueName })}
      </span>
    </div>
  );
}
