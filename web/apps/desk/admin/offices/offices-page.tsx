import { useQueries, useQuery } from "@tanstack/react-query";
import type { Office } from "@vera/contracts/tickets";
import { useState } from "react";
import {
  changeOffice,
  createOffice,
  listAllOffices,
} from "../../../../shared/api/admin/outcomes-and-offices.ts";
import { listUsers, openUser } from "../../../../shared/api/admin/users.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Checkbox } from "../../../../shared/ui/checkbox.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { useMe } from "../../session/me-context.ts";
import { ActiveTag } from "../kit/active-tag.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { PickMany } from "../kit/pick-many.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";

/** Offices that work tickets, and who belongs to each. */
export function OfficesPage() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const offices = useQuery({
    queryKey: ["admin-offices"],
    queryFn: listAllOffices,
    select: (reply): readonly Office[] => reply.offices,
  });
  return (
    <ResourcePage
      area="offices"
      title={t("admin.area.offices")}
      about={t("adminOrganisms.offices.about")}
      query={offices}
      rowKey={(office) => office.id}
      tenantOf={(office) => office.tenantId}
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (office) => office.name,
          cell: (office) => <b>{office.name}</b>,
        },
        { id: "tenant", header: t("admin.tenant"), value: (office) => tenantName(office.tenantId) },
        {
          id: "members",
          header: t("adminOrganisms.offices.members"),
          value: (office) => office.memberIds.length,
          number: true,
        },
        {
          id: "active",
          header: t("admin.state"),
          value: (office) => t(office.active ? "admin.active" : "admin.inactive"),
          cell: (office) => <ActiveTag active={office.active} />,
        },
      ]}
      empty={t("adminOrganisms.offices.empty")}
      add={t("adminOrganisms.offices.add")}
      drawer={(office, controls) => (
        <OfficeDrawer key={office?.id ?? "new"} office={office} controls={controls} />
      )}
    />
  );
}

interface OfficeFields {
  tenantId: string;
  name: string;
  active: boolean;
  memberIds: string[];
}

function OfficeDrawer({ office, controls }: { office: Office | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const { canIn, tenantName } = useMe();
  const home = useHomeTenant("office.manage");
  const changed = useChanged("admin-offices", "offices");
  const form = useAdminForm<OfficeFields, Office>({
    initial: {
      tenantId: office?.tenantId ?? home,
      name: office?.name ?? "",
      active: office?.active ?? true,
      memberIds: office?.memberIds ?? [],
    },
    check: ({ name }) => ({ name: name.trim().length < 2 ? t("admin.rule.required") : null }),
    save: ({ tenantId, name, active, memberIds }) =>
      office
        ? changeOffice(office.id, { name: name.trim(), active, memberIds })
        : createOffice({ tenantId, name: name.trim(), memberIds }),
    onSaved: async (saved) => {
      await changed();
      if (!office) controls.open(saved.id);
      return undefined;
    },
    keys: { officeNameTaken: "name" },
  });
  return (
    <Drawer
      title={office?.name ?? t("adminOrganisms.offices.new")}
      second={office && tenantName(office.tenantId)}
      onClose={controls.close}
    >
      <FormPanel
        form={form}
        readOnly={office !== null && !canIn("office.manage", office.tenantId)}
        {...(office ? {} : { verb: t("adminOrganisms.offices.add") })}
      >
        <TextField {...form.text("name")} label={t("admin.name")} maxLength={120} autoComplete="off" />
        {!office && <TenantField permission="office.manage" {...form.text("tenantId")} />}
        <Members value={form.fields.memberIds} onChange={(memberIds) => form.set({ memberIds })} />
        {office && <Checkbox {...form.tick("active")}>{t("adminOrganisms.offices.active")}</Checkbox>}
      </FormPanel>
    </Drawer>
  );
}

interface MembersProps {
  value: readonly string[];
  onChange: (userIds: string[]) => void;
}

/** Who works there: those chosen by their names, others by typing. */
function Members({ value, onChange }: MembersProps) {
  const { t } = useTranslation();
  const { can } = useMe();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const found = useQuery({
    queryKey: ["admin-people-search", q],
    queryFn: () => listUsers({ q, disabled: false }),
    enabled: q !== "" && can("user.read"),
  });
  const chosen = useQueries({
    queries: value.map((id) => ({
      queryKey: ["admin-user", id],
      queryFn: () => openUser(id),
      enabled: can("user.read"),
      retry: false,
    })),
  });
  const people = [...(found.data?.users ?? []), ...chosen.flatMap(({ data }) => (data ? [data] : []))];
  const unique = new Map(people.map(({ id, name, username }) => [id, { id, label: name, hint: username }]));
  return (
    <PickMany
      label={t("adminOrganisms.offices.members")}
      search={t("adminOrganisms.offices.findPerson")}
      options={[...unique.values()]}
      value={value}
      onChange={onChange}
      onSearch={setTyped}
    />
  );
}
