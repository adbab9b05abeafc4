import type { Trunk } from "@vera/contracts/trunks";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useMe } from "../../session/me-context.ts";
import { ResourcePage } from "../kit/resource-page.tsx";
import { TrunkDrawer } from "./trunk-drawer.tsx";
import { TrunkState } from "./trunk-state.tsx";
import { useTrunksQuery } from "./use-trunks.ts";

/** Lines to the public network and to other exchanges, as they are now. */
export function TrunksPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { tenantName } = useMe();
  const stateOf = (trunk: Trunk): string =>
    !trunk.active ? "inactive" : trunk.online === null ? "unknown" : trunk.online ? "online" : "offline";
  return (
    <ResourcePage
      area="trunks"
      title={t("admin.area.trunks")}
      about={t("adminPhone.trunks.about")}
      query={useTrunksQuery()}
      rowKey={(trunk) => trunk.id}
      tenantOf={(trunk) => trunk.tenantId}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (trunk) => trunk.name,
          cell: (trunk) => (
            <>
              <b>{trunk.name}</b>
              <span className="table-second">{tenantName(trunk.tenantId)}</span>
            </>
          ),
        },
        {
          id: "state",
          header: t("admin.state"),
          value: (trunk) => t(`adminPhone.trunks.state.${stateOf(trunk)}`),
          cell: (trunk) => <TrunkState trunk={trunk} />,
        },
        {
          id: "kind",
          header: t("adminPhone.trunks.kind"),
          value: (trunk) => t(`adminPhone.trunks.kinds.${trunk.kind}`),
          extra: true,
        },
        {
          id: "host",
          header: t("adminPhone.trunks.host"),
          value: (trunk) => (trunk.host ? `${trunk.host}:${trunk.port}` : null),
          cell: (trunk) => (trunk.host ? `${trunk.host}:${trunk.port}` : "–"),
          extra: true,
        },
        {
          id: "calls",
          header: t("adminPhone.trunks.calls"),
          value: (trunk) => trunk.calls,
          cell: (trunk) =>
            trunk.maxCalls === null
              ? trunk.calls
              : t("adminPhone.trunks.ofMost", { calls: trunk.calls, most: trunk.maxCalls }),
          number: true,
        },
        {
          id: "asr",
          header: t("adminPhone.trunks.asr"),
          value: (trunk) => trunk.asrLastHour,
          cell: (trunk) => formats.share(trunk.asrLastHour),
          number: true,
        },
      ]}
      empty={t("adminPhone.trunks.empty")}
      add={t("adminPhone.trunks.add")}
      twoLines
      drawer={(trunk, controls) => <TrunkDrawer key={trunk?.id ?? "new"} trunk={trunk} controls={controls} />}
    />
  );
}
