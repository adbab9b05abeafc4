import { useQuery } from "@tanstack/react-query";
import type { Route } from "@vera/contracts/trunks";
import { changeRoute, createRoute, listRoutes, removeRoute } from "../../../../shared/api/admin/trunks.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ActiveTag } from "../kit/active-tag.tsx";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { FormSection } from "../kit/form-section.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { RowList } from "../kit/row-list.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { useTrunks } from "./use-trunks.ts";

/** Which numbers go out over which lines, in order. */
export function RoutesPage() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const trunks = useTrunks();
  const routes = useQuery({
    queryKey: ["admin-routes"],
    queryFn: listRoutes,
    select: (reply): readonly Route[] => reply.routes,
  });
  const nameOf = (id: string): string => trunks.find((trunk) => trunk.id === id)?.name ?? "…";
  return (
    <ResourcePage
      area="outbound-routes"
      title={t("admin.area.outbound-routes")}
      about={t("adminPhone.routes.about")}
      query={routes}
      rowKey={(route) => route.id}
      tenantOf={(route) => route.tenantId}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (route) => route.name,
          cell: (route) => <b>{route.name}</b>,
        },
        { id: "tenant", header: t("admin.tenant"), value: (route) => tenantName(route.tenantId) },
        {
          id: "prefix",
          header: t("adminPhone.routes.prefix"),
          value: (route) => route.prefix,
          cell: (route) => (route.prefix ? `+${route.prefix}…` : t("adminPhone.routes.anyNumber")),
        },
        {
          id: "trunks",
          header: t("adminPhone.routes.trunks"),
          value: (route) => route.trunkIds.map(nameOf).join(" → "),
        },
        {
          id: "active",
          header: t("admin.state"),
          value: (route) => t(route.active ? "admin.active" : "admin.inactive"),
          cell: (route) => <ActiveTag active={route.active} />,
        },
      ]}
      empty={t("adminPhone.routes.empty")}
      add={t("adminPhone.routes.add")}
      drawer={(route, controls) => <RouteDrawer key={route?.id ?? "new"} route={route} controls={controls} />}
    />
  );
}

interface RouteFields {
  tenantId: string;
  name: string;
  prefix: string;
  trunkIds: string[];
  active: boolean;
}

function RouteDrawer({ route, controls }: { route: Route | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const home = useHomeTenant("trunk.manage");
  const changed = useChanged("admin-routes");
  const form = useAdminForm<RouteFields, Route>({
    initial: {
      tenantId: route?.tenantId ?? home,
      name: route?.name ?? "",
      prefix: route?.prefix ?? "",
      trunkIds: route?.trunkIds ?? [""],
      active: route?.active ?? true,
    },
    check: ({ name, prefix, trunkIds }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      prefix: /^[0-9]{0,15}$/.test(prefix) ? null : t("adminPhone.routes.digitsOnly"),
      trunkIds: trunkIds.includes("") ? t("adminPhone.routes.chooseTrunk") : null,
    }),
    save: ({ tenantId, name, ...rest }) => {
      const settings = { ...rest, name: name.trim() };
      return route ? changeRoute(route.id, settings) : createRoute({ tenantId, ...settings });
    },
    onSaved: async (saved) => {
      await changed();
      if (!route) controls.open(saved.id);
      return undefined;
    },
    keys: { routePrefixTaken: "prefix", trunkNotFound: "trunkIds" },
  });
  return (
    <Drawer
      title={route?.name ?? t("adminPhone.routes.new")}
      second={route && tenantName(route.tenantId)}
      onClose={controls.close}
    >
      <FormPanel
        form={form}
        {...(route ? {} : { verb: t("adminPhone.routes.add") })}
        foot={
          route && (
            <ConfirmButton
              verb={t("admin.remove")}
              question={t("adminPhone.routes.removeAsk", { name: route.name })}
              explain={t("adminPhone.routes.removeExplain")}
              act={() => removeRoute(route.id)}
              onDone={() => {
                controls.close();
                void changed(t("admin.removed"));
              }}
            />
          )
        }
      >
        <TextField {...form.text("name")} label={t("admin.name")} maxLength={80} autoComplete="off" />
        {!route && <TenantField permission="trunk.manage" {...form.text("tenantId")} />}
        <TextField
          {...form.text("prefix")}
          label={t("adminPhone.routes.prefix")}
          hint={t("adminPhone.routes.prefixHint")}
          inputMode="numeric"
          autoComplete="off"
        />
        <TrunkOrder
          value={form.fields.trunkIds}
          onChange={(trunkIds) => form.set({ trunkIds })}
          error={form.error("trunkIds")}
        />
        <Checkbox {...form.tick("active")}>{t("adminPhone.routes.active")}</Checkbox>
      </FormPanel>
    </Drawer>
  );
}

interface TrunkOrderProps {
  value: readonly string[];
  onChange: (trunkIds: string[]) => void;
  error: string | null;
}

/** Tried from the first on until one gets through. */
function TrunkOrder({ value, onChange, error }: TrunkOrderProps) {
  const { t } = useTranslation();
  const trunks = useTrunks();
  return (
    <FormSection title={t("adminPhone.routes.trunks")} hint={t("adminPhone.routes.trunksHint")}>
      <RowList<{ id: string }>
        label={t("adminPhone.routes.trunks")}
        rows={value.map((id) => ({ id }))}
        onChange={(rows) => onChange(rows.map(({ id }) => id))}
        least={1}
        most={10}
        fresh={() => ({ id: "" })}
        add={t("adminPhone.routes.addTrunk")}
        takeOut={(index) => t("adminPhone.routes.takeTrunk", { number: index + 1 })}
        draw={(row, change, index) => (
          <Select
            label={t("adminPhone.routes.trunkNumber", { number: index + 1 })}
            value={row.id}
            placeholder={t("adminPhone.routes.chooseTrunk")}
            options={trunks
              .filter((trunk) => trunk.id === row.id || !value.includes(trunk.id))
              .map((trunk) => ({ value: trunk.id, label: trunk.name }))}
            onChange={(id) => change({ id })}
            error={row.id === "" ? error : null}
          />
        )}
      />
    </FormSection>
  );
}
