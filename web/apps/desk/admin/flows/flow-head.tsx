import { IconArrowLeft, IconPencil } from "@tabler/icons-react";
import type { FlowDetail } from "@vera/contracts/ivr";
import { useState } from "react";
import { Link } from "wouter";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { IconButton } from "../../../../shared/ui/icon-button.tsx";
import { useMe } from "../../session/me-context.ts";
import { FlowStateTag } from "./flow-state-tag.tsx";
import { hasErrors } from "./graph-problems.ts";
import { PublishDialog } from "./publish-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import type { FlowDraft } from "./use-flow-draft.ts";

interface FlowHeadProps {
  flow: FlowDetail;
  draft: FlowDraft;
  readOnly: boolean;
}

export function FlowHead({ flow, draft, readOnly }: FlowHeadProps) {
  const { t } = useTranslation();
  const { canIn, tenantName } = useMe();
  const [asking, setAsking] = useState<"publish" | "rename" | null>(null);
  const wrong = hasErrors(draft.problems);
  const publishable = !draft.dirty && !wrong && (flow.draftChanged || flow.publishedVersion === null);
  return (
    <header className="flow-head">
      <Link
        href="/admin/flows"
        className="btn btn-icon btn-ghost"
        aria-label={t("adminFlow.backToList")}
        data-tip={t("adminFlow.backToList")}
      >
        <Glyph icon={IconArrowLeft} />
      </Link>
      <h1 className="el">{flow.name}</h1>
      {!readOnly && (
        <IconButton
          label={t("adminFlow.rename")}
          icon={IconPencil}
          size="small"
          onClick={() => setAsking("rename")}
        />
      )}
      <span className="mut sm nw">{tenantName(flow.tenantId)}</span>
      <FlowStateTag flow={flow} />
      <span className="sp" />
      <span className="sm mut nw" role="status">
        {draft.dirty ? t("adminFlow.unsaved") : ""}
      </span>
      {!readOnly && (
        <Button
          busy={draft.save.isPending}
          disabled={!draft.dirty}
          keys="Control+Enter"
          showKeys={draft.dirty}
          onClick={() => draft.save.mutate()}
        >
          {t("adminFlow.saveDraft")}
        </Button>
      )}
      {canIn("flow.publish", flow.tenantId) && (
        <Button
          variant="primary"
          disabled={!publishable}
          data-tip={publishable ? undefined : notYet(draft.dirty, wrong, t)}
          onClick={() => setAsking("publish")}
        >
          {t("adminFlow.publish")}
        </Button>
      )}
      {asking === "publish" && <PublishDialog flow={flow} draft={draft} onClose={() => setAsking(null)} />}
      {asking === "rename" && <RenameDialog flow={flow} onClose={() => setAsking(null)} />}
    </header>
  );
}

/** Why it cannot be published now. */
function notYet(dirty: boolean, wrong: boolean, t: (key: string) => string): string {
  if (dirty) return t("adminFlow.saveFirst");
  return wrong ? t("adminFlow.solveFirst") : t("adminFlow.nothingNew");
}
