import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Skill } from "@vera/contracts/routing-admin";
import { useState } from "react";
import { listAgentSkills, listSkillAgents, setAgentSkills } from "../../../../shared/api/admin/routing.ts";
import { listUsers } from "../../../../shared/api/admin/users.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { FormSection } from "../kit/form-section.tsx";
import { PickMany } from "../kit/pick-many.tsx";
import { levelsOf, toAgentSkills } from "./agent-levels.ts";
import { SkillLevel } from "./skill-level.tsx";
import "./skill-level.css";

/** A person who is given a skill from here begins in the middle. */
const FIRST_LEVEL = 3;

/** Who serves it and how well; each change holds at once. */
export function SkillAgents({ skill }: { skill: Skill }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const agents = useQuery({
    queryKey: ["admin-skill-agents", skill.id],
    queryFn: () => listSkillAgents(skill.id),
  });
  const setLevel = useMutation({
    mutationFn: async ({ agentId, level }: { agentId: string; level: number }) => {
      const { items } = await listAgentSkills(agentId);
      await setAgentSkills(agentId, toAgentSkills({ ...levelsOf(items), [skill.id]: level }));
    },
    onSettled: async () => {
      await Promise.all(
        ["admin-skill-agents", "admin-agent-skills", "admin-skills"].map((name) =>
          queries.invalidateQueries({ queryKey: [name] }),
        ),
      );
    },
  });
  const serving = agents.data?.items ?? [];
  return (
    <FormSection title={t("adminService.skills.who")} hint={t("adminService.skills.whoHint")}>
      {(agents.error || setLevel.error) && <ProblemNote error={agents.error ?? setLevel.error} />}
      {agents.isPending && <Skeleton lines={4} />}
      <ul className="level-rows" aria-label={t("adminService.skills.who")}>
        {[...serving]
          .sort((a, b) => b.level - a.level || a.name.localeCompare(b.name, "es"))
          .map((agent) => (
            <li key={agent.agentId}>
              <span className="el">{agent.name}</span>
              <SkillLevel
                label={t("adminService.skills.levelOf", { name: agent.name })}
                value={agent.level}
                disabled={setLevel.isPending}
                onChange={(level) => setLevel.mutate({ agentId: agent.agentId, level })}
              />
            </li>
          ))}
      </ul>
      <AddAgent
        serving={serving.map(({ agentId }) => agentId)}
        onAdd={(agentId) => setLevel.mutate({ agentId, level: FIRST_LEVEL })}
      />
    </FormSection>
  );
}

interface AddAgentProps {
  serving: readonly string[];
  onAdd: (agentId: string) => void;
}

function AddAgent({ serving, onAdd }: AddAgentProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const q = useSettled(typed.trim());
  const people = useQuery({
    queryKey: ["admin-people-search", q],
    queryFn: () => listUsers({ q, disabled: false }),
    enabled: q !== "",
  });
  return (
    <PickMany
      label={t("adminService.skills.addAgent")}
      search={t("adminService.skills.findPerson")}
      options={(people.data?.users ?? [])
        .filter(({ id }) => !serving.includes(id))
        .map(({ id, name, username }) => ({ id, label: name, hint: username }))}
      value={[]}
      onChange={(ids) => ids[0] && onAdd(ids[0])}
      onSearch={setTyped}
    />
  );
}
