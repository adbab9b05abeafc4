import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { ArticleHit, FindArticlesQuery } from "@vera/contracts/knowledge";
import { useEffect, useState } from "react";
import { listEditableArticles } from "../../../../shared/api/admin/articles.ts";
import { listAllTopics } from "../../../../shared/api/admin/topics.ts";
import { openArticle } from "../../../../shared/api/articles.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { useMe } from "../../session/me-context.ts";
import { FilterSelect } from "../kit/filter-select.tsx";
import { ResourceList } from "../kit/resource-list.tsx";
import { tenantOptions } from "../kit/tenant-options.ts";
import { useResourceRoute } from "../kit/use-resource-route.ts";
import { ArticleEditor } from "./article-editor.tsx";

const PAGE = 50;

/** What I may edit, published or not; one that is open takes the whole width. */
export function ArticlesPage() {
  const route = useResourceRoute("articles");
  if (route.creating) return <ArticleEditor article={null} onCreated={route.open} />;
  return route.openId ? <OpenArticle key={route.openId} articleId={route.openId} /> : <ArticleList />;
}

function OpenArticle({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const article = useQuery({
    queryKey: ["admin-article", articleId],
    queryFn: () => openArticle(articleId),
    // What is on the screen is being edited: it is not replaced behind the hand.
    staleTime: Number.POSITIVE_INFINITY,
  });
  const title = (article.data?.draft ?? article.data?.published)?.body.title;
  useEffect(() => {
    if (title) document.title = t("admin.pageTitle", { title });
  }, [t, title]);
  if (article.error) return <ProblemNote error={article.error} onRetry={() => void article.refetch()} />;
  return article.data ? (
    <ArticleEditor article={article.data} onCreated={() => {}} />
  ) : (
    <Skeleton lines={8} />
  );
}

function ArticleList() {
  const { t } = useTranslation();
  const { me, canIn, tenantName } = useMe();
  const route = useResourceRoute("articles");
  const [typed, setTyped] = useState("");
  const [tenantId, setTenantId] = useState("");
  const [state, setState] = useState("");
  const q = useSettled(typed.trim());
  const filter: FindArticlesQuery = {
    limit: PAGE,
    ...(q ? { q } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(state ? { state: state as "draft" | "published" } : {}),
  };
  const found = useInfiniteQuery({
    queryKey: ["admin-articles", filter],
    queryFn: ({ pageParam }) =>
      listEditableArticles({ ...filter, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const topics = useQuery({ queryKey: ["admin-topics"], queryFn: listAllTopics }).data?.topics ?? [];
  const stateOf = (hit: ArticleHit): "published" | "draft" =>
    hit.versionId === null ? "draft" : "published";
  const rows = found.data?.pages.flatMap((page) => page.items);
  return (
    <main className="split-main">
      <ResourceList<ArticleHit>
        title={t("admin.area.articles")}
        about={t("adminArticles.about")}
        source={{ rows, error: found.error, retry: () => void found.refetch() }}
        rowKey={(hit) => hit.id}
        search={{ value: typed, onChange: setTyped }}
        filters={
          <>
            <FilterSelect
              label={t("admin.tenant")}
              all={t("admin.allTenants")}
              value={tenantId}
              options={tenantOptions(me.tenants.filter(({ id }) => canIn("article.edit", id)))}
              onChange={setTenantId}
            />
            <FilterSelect
              label={t("admin.state")}
              all={t("adminArticles.anyState")}
              value={state}
              options={(["published", "draft"] as const).map((value) => ({
                value,
                label: t(`adminArticles.state.${value}`),
              }))}
              onChange={setState}
            />
          </>
        }
        columns={[
          {
            id: "title",
            header: t("adminArticles.field.title"),
            value: (hit) => hit.title.map(({ text }) => text).join(""),
            cell: (hit) => (
              <>
                <b>{hit.title.map(({ text }) => text).join("")}</b>
                <span className="table-second">
                  {hit.topicIds
                    .flatMap((id) => topics.find((topic) => topic.id === id)?.path.join(" › ") ?? [])
                    .join(" · ")}
                </span>
              </>
            ),
          },
          { id: "tenant", header: t("admin.tenant"), value: (hit) => tenantName(hit.tenantId) },
          {
            id: "state",
            header: t("admin.state"),
            value: (hit) => t(`adminArticles.state.${stateOf(hit)}`),
            cell: (hit) =>
              stateOf(hit) === "draft" ? (
                <Tag tone="neutral">{t("adminArticles.state.draft")}</Tag>
              ) : (
                <Tag tone="ready">
                  {t("adminArticles.publishedVersion", { version: hit.versionNumber ?? 0 })}
                </Tag>
              ),
          },
        ]}
        empty={t("adminArticles.empty")}
        add={{ label: t("adminArticles.add"), onPick: route.create }}
        onOpen={(hit) => route.open(hit.id)}
        exportName="articles"
        twoLines
        foot={
          found.hasNextPage && (
            <div className="resource-more">
              {t("admin.loaded", { count: rows?.length ?? 0 })}
              <Button size="small" busy={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
                {t("admin.loadMore")}
              </Button>
            </div>
          )
        }
      />
    </main>
  );
}
