import { IconHelp } from "@tabler/icons-react";
import { Link, useLocation } from "wouter";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import type { Section } from "./sections.ts";

interface RailProps {
  sections: readonly Section[];
  onHelp: () => void;
}

export function Rail({ sections, onHelp }: RailProps) {
  const { t } = useTranslation();
  const [location] = useLocation();
  return (
    <nav className="rail console" aria-label={t("shell.sections")}>
      {sections.map((section) => {
        const word = t(`shell.section.${section.id}`);
        return (
          <Link
            key={section.id}
            href={section.path}
            className="rail-link"
            aria-label={word}
            data-tip={word}
            aria-current={isOpen(section.path, location) ? "page" : undefined}
          >
            <Glyph icon={section.icon} size={20} />
          </Link>
        );
      })}
      <span className="sp" />
      <button
        type="button"
        className="rail-link"
        aria-label={t("shell.help")}
        data-tip={`${t("shell.help")} (?)`}
        onClick={onHelp}
      >
        <Glyph icon={IconHelp} size={20} />
      </button>
    </nav>
  );
}

function isOpen(path: string, location: string): boolean {
  return path === "/" ? location === "/" : location === path || location.startsWith(`${path}/`);
}
