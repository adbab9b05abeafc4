import { useQuery, useQueryClient } from "@tanstack/react-query";
import type { AgentSkill } from "@vera/contracts/routing-admin";
import { listAgentSkills, setAgentSkills } from "../../../../shared/api/admin/routing.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { useMe } from "../../session/me-context.ts";
import { FormPanel } from "../kit/form-panel.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { type Levels, levelsOf, toAgentSkills } from "./agent-levels.ts";
import { SkillLevel } from "./skill-level.tsx";
import { useSkills } from "./use-skills.ts";
import "./skill-level.css";

/** What one person serves, and how well. */
export function AgentSkillsForm({ agentId }: { agentId: string }) {
  const skills = useQuery({
    queryKey: ["admin-agent-skills", agentId],
    queryFn: () => listAgentSkills(agentId),
  });
  if (skills.error) {
    return (
      <div className="drawer-body">
        <ProblemNote error={skills.error} onRetry={() => void skills.refetch()} />
      </div>
    );
  }
  if (!skills.data) return <Skeleton lines={6} />;
  return <LevelsForm agentId={agentId} skills={skills.data.items} />;
}

function LevelsForm({ agentId, skills }: { agentId: string; skills: readonly AgentSkill[] }) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const queries = useQueryClient();
  const changed = useChanged("admin-skills", "admin-skill-agents");
  const all = useSkills();
  const form = useAdminForm<{ levels: Levels }, { items: AgentSkill[] }>({
    initial: { levels: levelsOf(skills) },
    save: ({ levels }) => setAgentSkills(agentId, toAgentSkills(levels)),
    onSaved: async (saved) => {
      queries.setQueryData(["admin-agent-skills", agentId], saved);
      await changed();
      return { levels: levelsOf(saved.items) };
    },
  });
  const { levels } = form.fields;
  if (all.length === 0) return <EmptyState>{t("adminService.skills.empty")}</EmptyState>;
  return (
    <FormPanel form={form}>
      <p className="sm dim">{t("adminService.skills.levelsHint")}</p>
      <ul className="level-rows">
        {all.map((skill) => (
          <li key={skill.id}>
            <span className="el">
              {skill.name} <span className="sm dim">{tenantName(skill.tenantId)}</span>
            </span>
            <SkillLevel
              label={t("adminService.skills.levelIn", { name: skill.name })}
              value={levels[skill.id] ?? 0}
              onChange={(level) => form.set({ levels: { ...levels, [skill.id]: level } })}
            />
          </li>
        ))}
      </ul>
    </FormPanel>
  );
}
