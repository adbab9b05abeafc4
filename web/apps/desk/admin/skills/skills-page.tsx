import type { Skill } from "@vera/contracts/routing-admin";
import { createSkill, removeSkill, renameSkill } from "../../../../shared/api/admin/routing.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { SkillAgents } from "./skill-agents.tsx";
import { useSkillsQuery } from "./use-skills.ts";

/** What people may be good at; queues ask for it. */
export function SkillsPage() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  return (
    <ResourcePage
      area="skills"
      title={t("admin.area.skills")}
      about={t("adminService.skills.about")}
      query={useSkillsQuery()}
      rowKey={(skill) => skill.id}
      tenantOf={(skill) => skill.tenantId}
      columns={[
        { id: "name", header: t("admin.name"), value: (skill) => skill.name },
        { id: "tenant", header: t("admin.tenant"), value: (skill) => tenantName(skill.tenantId) },
        {
          id: "agents",
          header: t("adminService.skills.agents"),
          value: (skill) => skill.agents,
          number: true,
        },
      ]}
      empty={t("adminService.skills.empty")}
      add={t("adminService.skills.add")}
      drawer={(skill, controls) => <SkillDrawer key={skill?.id ?? "new"} skill={skill} controls={controls} />}
    />
  );
}

function SkillDrawer({ skill, controls }: { skill: Skill | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const home = useHomeTenant("skill.manage");
  const changed = useChanged("admin-skills");
  const form = useAdminForm({
    initial: { name: skill?.name ?? "", tenantId: skill?.tenantId ?? home },
    check: ({ name }) => ({ name: name.trim() === "" ? t("admin.rule.required") : null }),
    save: ({ name, tenantId }) =>
      skill ? renameSkill(skill.id, name.trim()) : createSkill({ name: name.trim(), tenantId }),
    onSaved: async (saved: Skill) => {
      await changed();
      if (!skill) controls.open(saved.id);
    },
    keys: { skillNameTaken: "name" },
  });
  return (
    <Drawer
      title={skill?.name ?? t("adminService.skills.new")}
      second={skill && tenantName(skill.tenantId)}
      onClose={controls.close}
    >
      <FormPanel
        form={form}
        {...(skill ? {} : { verb: t("adminService.skills.add") })}
        foot={
          skill && (
            <ConfirmButton
              verb={t("admin.remove")}
              question={t("adminService.skills.removeAsk", { name: skill.name })}
              explain={t("adminService.skills.removeExplain", { count: skill.agents })}
              act={() => removeSkill(skill.id)}
              onDone={() => {
                controls.close();
                void changed(t("admin.removed"));
              }}
            />
          )
        }
      >
        <TextField {...form.text("name")} label={t("admin.name")} autoComplete="off" />
        {!skill && <TenantField permission="skill.manage" {...form.text("tenantId")} />}
        {skill && <SkillAgents skill={skill} />}
      </FormPanel>
    </Drawer>
  );
}
