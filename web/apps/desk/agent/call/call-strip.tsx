import { IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import type { LiveCall } from "@vera/contracts/voice";
import { formatPhone } from "../../../../shared/format/phone.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Clock } from "../../../../shared/ui/clock.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { useMe } from "../../session/me-context.ts";
import { useCitizenName } from "../citizen/use-citizen-name.ts";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { CallBar } from "./call-bar.tsx";
import { ConsultLine } from "./consult-line.tsx";
import "./call-strip.css";

/** Whom I serve now, since when, whether it is recorded, and the call bar. */
export function CallStrip({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const name = useCitizenName(contact.interactionId, contact.caller);
  const { call } = contact;
  const held = call?.status === "held";
  const number = contact.caller.number ? formatPhone(contact.caller.number) : t("agentDesk.hiddenNumber");
  const kind = t(contact.outbound ? "agentDesk.call.outgoing" : "agentDesk.call.incoming");
  return (
    <>
      <div className={held ? "strip strip-held console" : "strip console"}>
        <div className="strip-head">
          <div className="sp el">
            <p className="strip-line">
              <Glyph icon={contact.outbound ? IconPhoneOutgoing : IconPhoneIncoming} />
              <span className="el">
                {contact.queueName ? t("agentDesk.call.fromQueue", { kind, queue: contact.queueName }) : kind}
              </span>
            </p>
            <h1 className="el">{name ?? number}</h1>
            <p className="strip-line el">
              {[name ? number : null, tenantName(contact.tenantId)].filter(Boolean).join(" · ")}
            </p>
          </div>
          <div className="strip-side">
            <StripClock contact={contact} />
            {call && <CallWord call={call} />}
          </div>
        </div>
        {call && <CallBar call={call} />}
      </div>
      {call?.consult && <ConsultLine call={call} consult={call.consult} />}
    </>
  );
}

function StripClock({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  // When I took it: a reload of the desk begins a new talk for the exchange, not for the person.
  const since = contact.outbound ? (contact.call?.talkStartedAt ?? contact.since) : contact.since;
  return <Clock since={since} className="strip-clock" label={t("agentDesk.call.clock")} />;
}

/** What the call is doing, below its clock; while it simply goes on, whether it is recorded. */
function CallWord({ call }: { call: LiveCall }) {
  const { t } = useTranslation();
  if (call.status === "held") {
    return (
      <span className="strip-rec">
        {t("agentDesk.call.held")}{" "}
        <Clock since={call.statusSince} className="b" label={t("agentDesk.call.held")} />
      </span>
    );
  }
  if (call.status === "ringing") return <span className="strip-rec">{t("agentDesk.call.ringing")}</span>;
  if (call.bargedBy.length > 0) {
    return (
      <span className="strip-rec">{t("agentDesk.call.barged", { names: call.bargedBy.join(", ") })}</span>
    );
  }
  return (
    <span className="strip-rec">
      <span className={call.recording === "on" ? "strip-dot" : "strip-dot strip-dot-off"} />
      {t(`agentDesk.call.recording.${call.recording}`)}
    </span>
  );
}
