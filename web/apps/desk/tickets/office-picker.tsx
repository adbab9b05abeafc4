import { IconX } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import type { OfficeCard } from "@vera/contracts/competence";
import { useState } from "react";
import { findOffices } from "../../../shared/api/tickets.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { IconButton } from "../../../shared/ui/icon-button.tsx";
import { SearchBox } from "../../../shared/ui/search-box.tsx";
import { useSettled } from "../../../shared/ui/use-settled.ts";

interface OfficePickerProps {
  value: OfficeCard | null;
  onChange: (office: OfficeCard | null) => void;
  /** Has the ticket already. */
  exceptId: string | null;
}

/** One office of the whole administration, by words of its name or of its organism. */
export function OfficePicker({ value, onChange, exceptId }: OfficePickerProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ["office-directory", q],
    queryFn: () => findOffices(q),
    enabled: !value,
  });
  if (value) {
    return (
      <div className="field">
        <span className="lab">{t("tickets.returnOffice")}</span>
        <div className="row">
          <b>{value.name}</b>
          <span className="mut">{value.tenantName}</span>
          <IconButton
            label={t("tickets.officeChange")}
            icon={IconX}
            size="tiny"
            glyphSize={14}
            onClick={() => onChange(null)}
          />
        </div>
      </div>
    );
  }
  const offices = (found.data?.offices ?? []).filter(({ id }) => id !== exceptId);
  return (
    <div className="field">
      <span className="lab">{t("tickets.returnOffice")}</span>
      <SearchBox label={t("tickets.returnOfficeSearch")} value={typed} onChange={setTyped} />
      <ul className="office-list" aria-label={t("tickets.returnOffice")}>
        {offices.map((office) => (
          <li key={office.id}>
            <button type="button" className="found-row" onClick={() => onChange(office)}>
              {office.name}
              <span className="sm">{office.tenantName}</span>
            </button>
          </li>
        ))}
        {found.data && offices.length === 0 && <li className="sm mut">{t("tickets.officeNone")}</li>}
      </ul>
    </div>
  );
}
