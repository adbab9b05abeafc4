import { IconArrowBackUp, IconArrowForwardUp, IconUsersPlus } from "@tabler/icons-react";
import type { ConsultLeg, LiveCall } from "@vera/contracts/voice";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Clock } from "../../../../shared/ui/clock.tsx";
import { useCallCommands } from "./use-call-commands.ts";

/** The second line of the strip: whom I consult while the first person waits, with its own clock. */
export function ConsultLine({ call, consult }: { call: LiveCall; consult: ConsultLeg }) {
  const { t } = useTranslation();
  const commands = useCallCommands(call);
  const asking = consult.role === "asking";
  const talking = asking && consult.status === "talk";
  const join = useKey("join", talking ? commands.join : null);
  const who = consult.peer.name ?? (consult.peer.number ? formatPhone(consult.peer.number) : "");
  return (
    <section className="consult console" aria-label={t("agentDesk.consult.label")}>
      <span className="el">{t(`agentDesk.consult.${consult.role}.${consult.status}`, { who })}</span>
      <Clock since={consult.startedAt} className="consult-clock" />
      <span className="sp" />
      {asking && consult.status !== "joined" && (
        <>
          <Button variant="console" icon={IconArrowBackUp} onClick={commands.back}>
            {t("agentDesk.consult.back")}
          </Button>
          <Button variant="console" icon={IconArrowForwardUp} disabled={!talking} onClick={commands.complete}>
            {t("agentDesk.consult.complete")}
          </Button>
          <Button
            variant="console"
            icon={IconUsersPlus}
            disabled={!talking}
            keys={join}
            onClick={commands.join}
          >
            {t("agentDesk.consult.join")}
          </Button>
        </>
      )}
    </section>
  );
}
