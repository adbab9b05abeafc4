import {
  IconAlertTriangle,
  IconArrowsSplit2,
  IconClockHour9,
  IconDatabaseEdit,
  IconDialpad,
  IconDoorExit,
  IconHourglassHigh,
  IconListNumbers,
  IconMessage,
  IconMicrophone,
  IconPhoneCalling,
  IconPhoneOutgoing,
  IconRecordMail,
  IconSitemap,
  IconTicket,
} from "@tabler/icons-react";
import type { NodeType } from "@vera/contracts/ivr-nodes";
import type { GlyphIcon } from "../../../../shared/ui/glyph.tsx";

/** Kind by glyph; the word is `adminFlow.kind.<type>`. */
export const NODE_ICON: Record<NodeType, GlyphIcon> = {
  say: IconMessage,
  "recording-notice": IconMicrophone,
  menu: IconListNumbers,
  "collect-digits": IconDialpad,
  hours: IconClockHour9,
  branch: IconArrowsSplit2,
  "set-data": IconDatabaseEdit,
  "ticket-status": IconTicket,
  queue: IconHourglassHigh,
  callback: IconPhoneCalling,
  voicemail: IconRecordMail,
  transfer: IconPhoneOutgoing,
  emergency: IconAlertTriangle,
  "go-to-flow": IconSitemap,
  hangup: IconDoorExit,
};
