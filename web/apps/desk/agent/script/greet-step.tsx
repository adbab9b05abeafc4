import { IconAlertTriangle, IconShieldCheck, IconUserSearch } from "@tabler/icons-react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { useCitizen } from "../citizen/use-citizen.ts";
import type { DeskContact } from "../contacts/desk-contacts.ts";

/** Who is it? A caller-id is a hint: what to ask, and whether it was checked. */
export function GreetStep({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const { citizen } = useCitizen(contact.interactionId, contact.tenantId);
  if (!citizen) {
    return (
      <div className="note-box note-box-plain">
        <Glyph icon={IconUserSearch} size={20} />
        <p>{t("agentDesk.script.greet.unknown")}</p>
      </div>
    );
  }
  if (citizen.verification.state === "verified") {
    return (
      <div className="note-box note-box-ok">
        <Glyph icon={IconShieldCheck} size={20} />
        <p>{t("agentDesk.script.greet.verified", { name: citizen.displayName })}</p>
      </div>
    );
  }
  return (
    <div className="note-box note-box-risk">
      <Glyph icon={IconAlertTriangle} size={20} />
      <p>{t("agentDesk.script.greet.unverified", { name: citizen.displayName })}</p>
    </div>
  );
}
