import { useQuery } from "@tanstack/react-query";
import type { Prompt } from "@vera/contracts/ivr";
import { useState } from "react";
import { listPrompts } from "../../../../shared/api/admin/prompts.ts";
import { formatClock } from "../../../../shared/format/clock.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useMe } from "../../session/me-context.ts";
import { FilterSelect } from "../kit/filter-select.tsx";
import { ResourcePage } from "../kit/resource-page.tsx";
import { PromptDrawer } from "./prompt-drawer.tsx";

const KINDS = ["recorded", "text"] as const;

/** What flows say by name: somebody's recording, or a text for the voice. */
export function PromptsPage() {
  const { t } = useTranslation();
  const formats = useFormats();
  const { can, tenantName } = useMe();
  const [kind, setKind] = useState("");
  const prompts = useQuery({
    queryKey: ["admin-prompts"],
    queryFn: listPrompts,
    select: (reply): readonly Prompt[] => reply.prompts,
  });
  return (
    <ResourcePage
      area="prompts"
      title={t("admin.area.prompts")}
      about={t("adminPhone.prompts.about")}
      query={prompts}
      rowKey={(prompt) => prompt.id}
      tenantOf={(prompt) => prompt.tenantId}
      keep={(prompt) => kind === "" || prompt.kind === kind}
      filters={
        <FilterSelect
          label={t("adminPhone.prompts.kind")}
          all={t("adminPhone.prompts.anyKind")}
          value={kind}
          options={KINDS.map((value) => ({ value, label: t(`adminPhone.prompts.kinds.${value}`) }))}
          onChange={setKind}
        />
      }
      columns={[
        {
          id: "name",
          header: t("admin.name"),
          value: (prompt) => prompt.name,
          cell: (prompt) => (
            <>
              <b>{prompt.name}</b>
              <span className="table-second">{prompt.key}</span>
            </>
          ),
        },
        {
          id: "tenant",
          header: t("admin.tenant"),
          value: (prompt) => tenantName(prompt.tenantId),
          extra: true,
        },
        {
          id: "kind",
          header: t("adminPhone.prompts.kind"),
          value: (prompt) => t(`adminPhone.prompts.kinds.${prompt.kind}`),
        },
        {
          id: "text",
          header: t("adminPhone.prompts.text"),
          value: (prompt) => prompt.text,
          cell: (prompt) => <span className="clamp">{prompt.text}</span>,
          extra: true,
        },
        {
          id: "duration",
          header: t("adminPhone.prompts.duration"),
          value: (prompt) => prompt.durationSeconds,
          cell: (prompt) =>
            prompt.durationSeconds === null ? "–" : formatClock(Math.round(prompt.durationSeconds) * 1000),
          number: true,
        },
        {
          id: "updatedAt",
          header: t("adminPhone.changed"),
          value: (prompt) => prompt.updatedAt,
          cell: (prompt) => (
            <span title={formats.exact(prompt.updatedAt)}>{formats.when(prompt.updatedAt)}</span>
          ),
          number: true,
          extra: true,
        },
      ]}
      empty={t("adminPhone.prompts.empty")}
      add={can("prompt.manage") ? t("adminPhone.prompts.add") : null}
      twoLines
      drawer={(prompt, controls) => (
        <PromptDrawer key={prompt?.id ?? "new"} prompt={prompt} controls={controls} />
      )}
    />
  );
}
