import { IconCircleCheck, IconPencil } from "@tabler/icons-react";
import type { Flow } from "@vera/contracts/ivr";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Tag } from "../../../../shared/ui/tag.tsx";

/** What callers hear, and whether the draft differs from it. */
export function FlowStateTag({ flow }: { flow: Flow }) {
  const { t } = useTranslation();
  if (flow.publishedVersion === null) return <Tag tone="off">{t("adminFlow.state.never")}</Tag>;
  return (
    <>
      <Tag tone="ready" icon={IconCircleCheck}>
        {t("adminFlow.state.published", { version: flow.publishedVersion })}
      </Tag>
      {flow.draftChanged && (
        <Tag tone="neutral" icon={IconPencil}>
          {t("adminFlow.state.changed")}
        </Tag>
      )}
    </>
  );
}
