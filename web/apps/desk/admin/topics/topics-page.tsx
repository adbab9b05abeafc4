import { useQuery } from "@tanstack/react-query";
import type { Topic } from "@vera/contracts/tenants";
import { useMemo, useState } from "react";
import { listAllTopics } from "../../../../shared/api/admin/topics.ts";
import { topicWords } from "../../../../shared/format/topic-words.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useMe } from "../../session/me-context.ts";
import { FilterSelect } from "../kit/filter-select.tsx";
import { SplitPage } from "../kit/split-page.tsx";
import { tenantOptions } from "../kit/tenant-options.ts";
import { TreeList } from "../kit/tree-list.tsx";
import { useResourceRoute } from "../kit/use-resource-route.ts";
import { TopicDrawer } from "./topic-drawer.tsx";

export interface TopicNode extends Topic {
  label: string;
}

/** The tree of topics: what people ask about; tickets, articles and results point at it. */
export function TopicsPage() {
  const { t } = useTranslation();
  const { me } = useMe();
  const route = useResourceRoute("topics");
  const [tenantId, setTenantId] = useState("");
  const [underId, setUnderId] = useState<string | null>(null);
  const topics = useQuery({ queryKey: ["admin-topics"], queryFn: listAllTopics });
  const nodes = useMemo(
    () =>
      topics.data?.topics
        .map(
          (topic): TopicNode => ({
            ...topic,
            label: topic.active ? topic.name : t("adminOrganisms.topics.inactiveName", { name: topic.name }),
          }),
        )
        .sort((a, b) => a.position - b.position || a.name.localeCompare(b.name, "es")),
    [topics.data, t],
  );
  const words = useMemo(() => topicWords(topics.data?.topics ?? []), [topics.data]);
  const opened = nodes?.find(({ id }) => id === route.openId) ?? null;
  const shown = nodes?.filter((node) => tenantId === "" || node.tenantId === tenantId);
  const present = new Set(nodes?.map((node) => node.tenantId));
  const tenants = me.tenants.filter(({ id }) => present.has(id));
  const addUnder = (parentId: string | null): void => {
    setUnderId(parentId);
    route.create();
  };
  return (
    <SplitPage
      side={
        nodes &&
        (opened || route.creating) && (
          <TopicDrawer
            key={opened?.id ?? `new-${underId}`}
            topic={opened}
            under={underId}
            topics={nodes}
            onAddUnder={addUnder}
            onOpen={route.open}
            onClose={route.close}
          />
        )
      }
    >
      <TreeList<TopicNode>
        title={t("admin.area.topics")}
        about={t("adminOrganisms.topics.about")}
        source={{ rows: shown, error: topics.error, retry: () => void topics.refetch() }}
        searched={({ id, code }) => `${code ?? ""} ${words.get(id) ?? ""}`}
        hint={({ path }) => path.slice(0, -1).join(" › ")}
        selectedId={route.openId}
        onSelect={route.open}
        filters={
          tenants.length > 1 && (
            <FilterSelect
              label={t("admin.tenant")}
              all={t("admin.allTenants")}
              value={tenantId}
              options={tenantOptions(tenants)}
              onChange={setTenantId}
            />
          )
        }
        empty={t("adminOrganisms.topics.empty")}
        add={{ label: t("adminOrganisms.topics.add"), onPick: () => addUnder(route.openId) }}
      />
    </SplitPage>
  );
}
