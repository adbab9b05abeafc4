import { IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../../shared/ui/glyph.tsx";

interface SkillLevelProps {
  /** Of what and whom, for a screen reader. */
  label: string;
  value: number;
  onChange: (level: number) => void;
  disabled?: boolean;
}

const LEVELS = [0, 1, 2, 3, 4, 5] as const;

/** 0 = does not serve it, 5 = expert. */
export function SkillLevel({ label, value, onChange, disabled = false }: SkillLevelProps) {
  const { t } = useTranslation();
  return (
    <span className="select skill-level">
      <select
        className="input"
        aria-label={label}
        disabled={disabled}
        value={value}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {LEVELS.map((level) => (
          <option key={level} value={level}>
            {t(`adminService.skills.level.${level}`)}
          </option>
        ))}
      </select>
      <Glyph icon={IconChevronDown} />
    </span>
  );
}
