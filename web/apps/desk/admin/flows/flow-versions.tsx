import { useQuery } from "@tanstack/react-query";
import type { FlowDetail, FlowVersion } from "@vera/contracts/ivr";
import { useState } from "react";
import { listFlowVersions, openFlowVersion, rollbackFlow } from "../../../../shared/api/admin/flows.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { TextDiff } from "../kit/text-diff.tsx";
import { forgetUnsaved } from "../kit/unsaved.ts";
import { useChanged } from "../kit/use-changed.ts";
import { graphText } from "./edit-graph.ts";
import type { FlowDraft } from "./use-flow-draft.ts";
import "./flow-versions.css";

/** What was published, by whom; each compared with the draft or with another, and published again. */
export function FlowVersions({ flow, draft }: { flow: FlowDetail; draft: FlowDraft }) {
  const { t } = useTranslation();
  const versions = useQuery({
    queryKey: ["admin-flow-versions", flow.id],
    queryFn: () => listFlowVersions(flow.id),
  });
  const [picked, setPicked] = useState<number | null>(null);
  if (versions.error) return <ProblemNote error={versions.error} onRetry={() => void versions.refetch()} />;
  if (!versions.data) return <Skeleton lines={6} />;
  const list = versions.data.versions;
  const chosen = list.find(({ version }) => version === picked) ?? list[0];
  if (!chosen) return <EmptyState>{t("adminFlow.noVersions")}</EmptyState>;
  return (
    <div className="versions">
      <ul className="version-list" aria-label={t("adminFlow.tab.versions")}>
        {list.map((version) => (
          <li key={version.version}>
            <VersionRow
              version={version}
              current={version.version === flow.publishedVersion}
              open={version === chosen}
              onOpen={() => setPicked(version.version)}
            />
          </li>
        ))}
      </ul>
      <OpenedVersion
        key={chosen.version}
        flow={flow}
        draft={draft}
        version={chosen}
        others={list.filter((one) => one !== chosen)}
      />
    </div>
  );
}

interface VersionRowProps {
  version: FlowVersion;
  current: boolean;
  open: boolean;
  onOpen: () => void;
}

function VersionRow({ version, current, open, onOpen }: VersionRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  return (
    <button type="button" className="version-row row-open" aria-current={open || undefined} onClick={onOpen}>
      <span className="row">
        <b>{t("adminFlow.version", { version: version.version })}</b>
        {current && <Tag tone="ready">{t("adminFlow.live")}</Tag>}
      </span>
      <span className="sm mut" title={formats.exact(version.publishedAt)}>
        {formats.whenWithDay(version.publishedAt)} · {version.publishedBy}
      </span>
      {version.rollbackOf !== null && (
        <span className="sm mut">{t("adminFlow.rollbackOf", { version: version.rollbackOf })}</span>
      )}
      {version.note && <span className="sm">{version.note}</span>}
    </button>
  );
}

interface OpenedVersionProps {
  flow: FlowDetail;
  draft: FlowDraft;
  version: FlowVersion;
  others: readonly FlowVersion[];
}

function OpenedVersion({ flow, draft, version, others }: OpenedVersionProps) {
  const { t } = useTranslation();
  const { canIn } = useMe();
  const changed = useChanged("admin-flow", "admin-flows", "admin-flow-versions");
  const [against, setAgainst] = useState("");
  const before = useVersionText(flow.id, version.version);
  const other = useVersionText(flow.id, against === "" ? null : Number(against));
  const after = against === "" ? graphText(draft.graph) : other.data;
  const error = before.error ?? other.error;
  return (
    <section className="version-open" aria-label={t("adminFlow.version", { version: version.version })}>
      <div className="version-head">
        <Select
          label={t("adminFlow.compareWith", { version: version.version })}
          value={against}
          placeholder={t("adminFlow.theDraft")}
          options={others.map((one) => ({
            value: String(one.version),
            label: t("adminFlow.version", { version: one.version }),
          }))}
          onChange={setAgainst}
        />
        <span className="sp" />
        {canIn("flow.publish", flow.tenantId) && version.version !== flow.publishedVersion && (
          <ConfirmButton
            danger={false}
            verb={t("adminFlow.rollback")}
            question={t("adminFlow.rollbackAsk", { version: version.version })}
            explain={t("adminFlow.rollbackExplain")}
            act={async () => {
              await rollbackFlow(flow.id, version.version);
              const { graph } = await openFlowVersion(flow.id, version.version);
              forgetUnsaved();
              draft.setGraph(graph);
              await changed(t("adminFlow.rolledBack", { version: version.version }));
            }}
          />
        )}
      </div>
      {error ? <ProblemNote error={error} /> : null}
      {before.data !== undefined && after !== undefined ? (
        <TextDiff before={before.data} after={after} />
      ) : (
        <Skeleton lines={8} />
      )}
    </section>
  );
}

function useVersionText(flowId: string, version: number | null) {
  return useQuery({
    queryKey: ["admin-flow-version", flowId, version],
    queryFn: async () => graphText((await openFlowVersion(flowId, version ?? 0)).graph),
    enabled: version !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
