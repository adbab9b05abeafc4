import { IconShieldCheck } from "@tabler/icons-react";
import type { CitizenSummary } from "@vera/contracts/citizens";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Tag } from "../../../../shared/ui/tag.tsx";

/** A row of the search: masked until the record is opened, which is what is audited. */
export function FoundPerson({ person, onPick }: { person: CitizenSummary; onPick: () => void }) {
  const { t } = useTranslation();
  const hints = [
    person.documentHint,
    person.phoneHint,
    person.birthYear ? t("ui.bornIn", { year: person.birthYear }) : null,
  ];
  return (
    <button type="button" className="found-person" onClick={onPick}>
      <span className="el">
        <b>{person.displayName}</b>
        <span className="sm mut found-hints"> {hints.filter(Boolean).join(" · ")}</span>
      </span>
      {person.verified && (
        <Tag tone="ready" icon={IconShieldCheck}>
          {t("agentDesk.citizen.verified")}
        </Tag>
      )}
    </button>
  );
}
