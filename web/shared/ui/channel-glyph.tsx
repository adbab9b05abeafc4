import {
  IconDeviceMobileMessage,
  IconMail,
  IconMessage,
  IconMessage2,
  IconMessageCircle,
  IconPhone,
  IconPhoneOutgoing,
  IconSend2,
  IconShare,
  IconUser,
  IconVideo,
} from "@tabler/icons-react";
import { useTranslation } from "../i18n/use-translation.ts";
import { Glyph, type GlyphIcon } from "./glyph.tsx";

const ICONS: Record<string, GlyphIcon> = {
  voice: IconPhone,
  "voice-outbound": IconPhoneOutgoing,
  chat: IconMessage,
  webchat: IconMessage,
  message: IconMessageCircle,
  whatsapp: IconMessageCircle,
  telegram: IconSend2,
  email: IconMail,
  sms: IconDeviceMobileMessage,
  messenger: IconShare,
  instagram: IconShare,
  video: IconVideo,
  "walk-in": IconUser,
};

interface ChannelGlyphProps {
  channel: string;
  outbound?: boolean;
  size?: 14 | 16 | 18;
}

/** A channel has a glyph and a word, no colour and no brand mark. The word is said where it is not written. */
export function ChannelGlyph({ channel, outbound = false, size = 18 }: ChannelGlyphProps) {
  const { t } = useTranslation();
  const kind = channel === "voice" && outbound ? "voice-outbound" : channel;
  return (
    <>
      <Glyph icon={ICONS[kind] ?? IconMessage2} size={size} />
      <span className="vh">{t(`ui.channel.${kind}`)}</span>
    </>
  );
}
