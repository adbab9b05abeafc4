import type { CompetenceAnswer, LegalOwner } from "@vera/contracts/competence";
import { LEGAL_OWNERS } from "../../../../shared/format/legal-owners.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { CompetenceNote } from "./competence-note.tsx";

interface WhoseFieldsProps {
  competent: CompetenceAnswer | undefined;
  legalOwner: LegalOwner | "";
  onLegalOwner: (owner: LegalOwner | "") => void;
  providerClaim: string;
  onProviderClaim: (claim: string) => void;
}

/** What decides who is competent besides topic and place, and who it is. */
export function WhoseFields(props: WhoseFieldsProps) {
  const { competent, legalOwner, onLegalOwner, providerClaim, onProviderClaim } = props;
  const { t } = useTranslation();
  return (
    <>
      <Select
        label={t("agentDesk.ticket.legalOwner")}
        value={legalOwner}
        placeholder={t("agentDesk.ticket.legalOwnerUnknown")}
        options={LEGAL_OWNERS.map((value) => ({ value, label: t(`ui.legalOwner.${value}`) }))}
        onChange={(value) => onLegalOwner(value as LegalOwner | "")}
      />
      {(competent?.needsClaimOf || providerClaim) && (
        <TextField
          label={t("agentDesk.ticket.claimOf", { provider: competent?.needsClaimOf ?? "" })}
          hint={t("agentDesk.ticket.claimHint")}
          value={providerClaim}
          maxLength={60}
          autoComplete="off"
          onChange={onProviderClaim}
        />
      )}
      <CompetenceNote answer={competent} />
    </>
  );
}
