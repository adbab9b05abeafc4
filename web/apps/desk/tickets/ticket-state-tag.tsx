import {
  IconCircleCheck,
  IconCircleDot,
  IconCircleOff,
  IconLock,
  IconPlayerPause,
  IconPlayerPlay,
} from "@tabler/icons-react";
import type { TicketState } from "@vera/contracts/tickets";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import type { GlyphIcon } from "../../../shared/ui/glyph.tsx";
import { Tag, type TagTone } from "../../../shared/ui/tag.tsx";

const LOOKS: Record<TicketState, { tone: TagTone; icon: GlyphIcon }> = {
  open: { tone: "wait", icon: IconCircleDot },
  "in-progress": { tone: "talk", icon: IconPlayerPlay },
  "waiting-citizen": { tone: "pause", icon: IconPlayerPause },
  solved: { tone: "ready", icon: IconCircleCheck },
  closed: { tone: "off", icon: IconLock },
  cancelled: { tone: "off", icon: IconCircleOff },
};

export function TicketStateTag({ state }: { state: TicketState }) {
  const { t } = useTranslation();
  return (
    <Tag tone={LOOKS[state].tone} icon={LOOKS[state].icon}>
      {t(`ui.ticketState.${state}`)}
    </Tag>
  );
}
