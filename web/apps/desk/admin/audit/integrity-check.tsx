import { IconAlertOctagon, IconCircleCheck, IconLink } from "@tabler/icons-react";
import { useMutation } from "@tanstack/react-query";
import { checkAudit } from "../../../../shared/api/admin/keys-and-audit.ts";
import { useProblemText } from "../../../../shared/api/problem-text.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";

/** Walks the chain of hashes: whole, or which entry is the first wrong one. */
export function IntegrityCheck() {
  const { t } = useTranslation();
  const check = useMutation({ mutationFn: checkAudit });
  const problem = useProblemText(check.error);
  const { data } = check;
  return (
    <>
      <span role="status">
        {data?.whole && (
          <Tag tone="ok" icon={IconCircleCheck}>
            {t("adminSystem.audit.whole")}
          </Tag>
        )}
        {data && !data.whole && (
          <Tag tone="breach" icon={IconAlertOctagon}>
            {t("adminSystem.audit.broken", { seq: data.brokenSeq ?? 0 })}
          </Tag>
        )}
        {check.error && <span className="field-error">{problem.text}</span>}
      </span>
      <Button icon={IconLink} busy={check.isPending} onClick={() => check.mutate()}>
        {t("adminSystem.audit.check")}
      </Button>
    </>
  );
}
