import { useQuery } from "@tanstack/react-query";
import type { ArticleVersion } from "@vera/contracts/knowledge";
import { useState } from "react";
import { listArticleVersions } from "../../../../shared/api/admin/articles.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { TextDiff } from "../kit/text-diff.tsx";
import { articleText } from "./article-fields.ts";

/** Every version, newest first, each compared with the one before it. */
export function ArticleVersions({ articleId }: { articleId: string }) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string | null>(null);
  const query = useQuery({
    queryKey: ["admin-article-versions", articleId],
    queryFn: () => listArticleVersions(articleId),
  });
  if (query.error) return <ProblemNote error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton lines={6} />;
  const versions = query.data.versions;
  const at = Math.max(
    0,
    versions.findIndex(({ id }) => id === picked),
  );
  const [chosen, before] = [versions[at], versions[at + 1]];
  const textOf = (version: ArticleVersion | undefined): string =>
    version ? articleText(version.body, (section) => t(`adminArticles.field.${section}`)) : "";
  return (
    <div className="article-versions">
      <ul aria-label={t("adminArticles.tab.versions")}>
        {versions.map((version) => (
          <li key={version.id}>
            <VersionRow version={version} open={version === chosen} onOpen={() => setPicked(version.id)} />
          </li>
        ))}
      </ul>
      <section className="diff-pane" aria-label={t("admin.difference")}>
        <p className="sm mut">
          {before
            ? t("adminArticles.comparedWith", { version: before.number })
            : t("adminArticles.firstVersion")}
        </p>
        <TextDiff key={chosen?.id ?? ""} before={textOf(before)} after={textOf(chosen)} />
      </section>
    </div>
  );
}

interface VersionRowProps {
  version: ArticleVersion;
  open: boolean;
  onOpen: () => void;
}

function VersionRow({ version, open, onOpen }: VersionRowProps) {
  const { t } = useTranslation();
  const formats = useFormats();
  const at = version.publishedAt ?? version.updatedAt;
  return (
    <button type="button" className="article-version" aria-current={open || undefined} onClick={onOpen}>
      <span className="row">
        <b>{t("adminArticles.version", { version: version.number })}</b>
        <Tag tone={version.state === "published" ? "ready" : "neutral"}>
          {t(`adminArticles.state.${version.state}`)}
        </Tag>
      </span>
      <span className="sm mut" title={formats.exact(at)}>
        {formats.whenWithDay(at)} · {version.publishedByName ?? version.authorName}
      </span>
    </button>
  );
}
