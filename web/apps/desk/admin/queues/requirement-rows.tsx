import type { SkillRequirement } from "@vera/contracts/routing-admin";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";
import { RowList } from "../kit/row-list.tsx";
import { useSkills } from "../skills/use-skills.ts";

interface RequirementRowsProps {
  label: string;
  tenantId: string;
  rows: readonly SkillRequirement[];
  onChange: (rows: SkillRequirement[]) => void;
  least?: number;
  empty?: string;
  error?: string | null;
}

const LEVELS = [0, 1, 2, 3, 4, 5] as const;

/** Which skills an agent must have, from which level on. */
export function RequirementRows(props: RequirementRowsProps) {
  const { label, tenantId, rows, onChange, least = 0, empty, error = null } = props;
  const { t } = useTranslation();
  const skills = useSkills().filter((skill) => skill.tenantId === tenantId);
  return (
    <>
      <RowList
        label={label}
        tight
        rows={rows}
        onChange={onChange}
        least={least}
        {...(empty ? { empty } : {})}
        fresh={() => ({ skillId: "", minimumLevel: 1 })}
        add={t("adminService.queues.addRequirement")}
        takeOut={(index) => t("adminService.queues.takeRequirement", { number: index + 1 })}
        draw={(row, change) => (
          <>
            <Select
              label={t("adminService.queues.skill")}
              value={row.skillId}
              placeholder={t("adminService.queues.chooseSkill")}
              options={skills.map((skill) => ({ value: skill.id, label: skill.name }))}
              onChange={(skillId) => change({ skillId })}
              error={row.skillId === "" ? error : null}
            />
            <Select
              label={t("adminService.queues.fromLevel")}
              value={String(row.minimumLevel)}
              options={LEVELS.map((level) => ({
                value: String(level),
                label: t(`adminService.queues.level.${level}`),
              }))}
              onChange={(level) => change({ minimumLevel: Number(level) })}
            />
          </>
        )}
      />
      {error && rows.every(({ skillId }) => skillId !== "") && <p className="field-error">{error}</p>}
    </>
  );
}
