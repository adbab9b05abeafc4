import { IconCircleCheck, IconCircleOff, IconHelp, IconPlugX } from "@tabler/icons-react";
import type { Trunk } from "@vera/contracts/trunks";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Tag } from "../../../../shared/ui/tag.tsx";

/** Whether calls get through now; a line that should work and does not is a breach. */
export function TrunkState({ trunk }: { trunk: Trunk }) {
  const { t } = useTranslation();
  if (!trunk.active) {
    return (
      <Tag tone="off" icon={IconCircleOff}>
        {t("adminPhone.trunks.state.inactive")}
      </Tag>
    );
  }
  if (trunk.online === null) {
    return (
      <Tag tone="neutral" icon={IconHelp}>
        {t("adminPhone.trunks.state.unknown")}
      </Tag>
    );
  }
  return trunk.online ? (
    <Tag tone="ok" icon={IconCircleCheck}>
      {t("adminPhone.trunks.state.online")}
    </Tag>
  ) : (
    <Tag tone="breach" icon={IconPlugX}>
      {t("adminPhone.trunks.state.offline")}
    </Tag>
  );
}
