import { IconBuilding, IconChevronDown } from "@tabler/icons-react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../shared/ui/glyph.tsx";
import { Menu } from "../../../shared/ui/menu.tsx";
import { useMe } from "../session/me-context.ts";

interface OrganismMenuProps {
  tenantId: string | null;
  onChoose: (tenantId: string | null) => void;
}

/** The organism whose figures are shown, with all that depend on it. */
export function OrganismMenu({ tenantId, onChoose }: OrganismMenuProps) {
  const { t } = useTranslation();
  const { me, canIn, tenantName } = useMe();
  const tenants = me.tenants.filter((tenant) => canIn("supervise.view", tenant.id));
  if (tenants.length < 2) return null;
  const word = tenantId === null ? t("board.allOrganisms") : tenantName(tenantId);
  return (
    <Menu
      label={t("board.organism")}
      entries={[
        {
          id: "all",
          label: t("board.allOrganisms"),
          checked: tenantId === null,
          onPick: () => onChoose(null),
        },
        { kind: "line", id: "line" },
        ...tenants.map((tenant) => ({
          id: tenant.id,
          label: tenant.name,
          checked: tenant.id === tenantId,
          onPick: () => onChoose(tenant.id),
        })),
      ]}
    >
      {(trigger) => (
        <button
          type="button"
          className="btn btn-console"
          aria-label={`${t("board.organism")}: ${word}`}
          {...trigger}
        >
          <Glyph icon={IconBuilding} />
          {word}
          <Glyph icon={IconChevronDown} size={14} />
        </button>
      )}
    </Menu>
  );
}
