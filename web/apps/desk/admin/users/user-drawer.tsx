import type { User } from "@vera/contracts/identity";
import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { TabPanel } from "../../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../../shared/ui/tabs.tsx";
import { useMe } from "../../session/me-context.ts";
import { Drawer } from "../kit/drawer.tsx";
import { AgentSkillsForm } from "../skills/agent-skills-form.tsx";
import { CapacityForm } from "../skills/capacity-form.tsx";
import { UserAccess } from "./user-access.tsx";
import { UserDataForm } from "./user-data-form.tsx";
import { UserRoles } from "./user-roles.tsx";

type UserTab = "data" | "roles" | "access" | "skills" | "capacity";

/** One person: data, roles, access, and what they serve. */
export function UserDrawer({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation();
  const { can } = useMe();
  const [tab, setTab] = useState<UserTab>("data");
  const tabs: UserTab[] = [
    "data",
    "roles",
    "access",
    ...(can("skill.manage") ? (["skills", "capacity"] as const) : []),
  ];
  return (
    <Drawer title={user.name} second={user.username} onClose={onClose} wide>
      <Tabs
        group="user"
        label={user.name}
        tabs={tabs.map((id) => ({ id, label: t(`adminPeople.users.tab.${id}`) }))}
        value={tab}
        onChange={setTab}
      />
      <TabPanel group="user" id={tab} className="drawer-form">
        {tab === "data" && <UserDataForm user={user} />}
        {tab === "roles" && <UserRoles user={user} />}
        {tab === "access" && <UserAccess user={user} />}
        {tab === "skills" && <AgentSkillsForm agentId={user.id} />}
        {tab === "capacity" && <CapacityForm agentId={user.id} />}
      </TabPanel>
    </Drawer>
  );
}
