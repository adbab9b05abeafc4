import { useQuery } from "@tanstack/react-query";
import type { EmergencyNumber } from "@vera/contracts/ivr";
import { listEmergencyNumbers } from "../../../../shared/api/admin/flows.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ResourceList } from "../kit/resource-list.tsx";

/** The short numbers that a flow may hand a caller to; they ship with Vera and are read only. */
export function EmergencyNumbersPage() {
  const { t } = useTranslation();
  const numbers = useQuery({
    queryKey: ["admin-emergency"],
    queryFn: listEmergencyNumbers,
    staleTime: Number.POSITIVE_INFINITY,
  });
  return (
    <main className="split-main">
      <ResourceList<EmergencyNumber>
        title={t("admin.area.emergency-numbers")}
        about={t("adminPhone.emergency.about")}
        source={{
          rows: numbers.data?.numbers,
          error: numbers.error,
          retry: () => void numbers.refetch(),
        }}
        rowKey={({ code }) => code}
        columns={[
          {
            id: "code",
            header: t("adminPhone.numbers.number"),
            value: ({ code }) => code,
            cell: ({ code }) => <b>{code}</b>,
          },
          { id: "name", header: t("adminPhone.emergency.service"), value: ({ name }) => name },
          {
            id: "kind",
            header: t("adminPhone.emergency.kind"),
            value: ({ kind }) => t(`adminPhone.emergency.kinds.${kind}`),
          },
        ]}
        empty={t("adminPhone.emergency.empty")}
        exportName="emergency-numbers"
      />
    </main>
  );
}
