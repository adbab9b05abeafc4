import { useMutation, useQuery } from "@tanstack/react-query";
import { Link } from "wouter";
import { listOpenFeedback, settleFeedback } from "../../../../../shared/api/admin/article-care.ts";
import { useFormats } from "../../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../../shared/ui/button.tsx";
import { useChanged } from "../../kit/use-changed.ts";
import { CareSection } from "./care-section.tsx";

/** What agents and the public say is wrong. */
export function CareFeedback() {
  const { t } = useTranslation();
  const formats = useFormats();
  const changed = useChanged("article-feedback");
  const query = useQuery({ queryKey: ["article-feedback"], queryFn: listOpenFeedback });
  const settle = useMutation({
    mutationFn: settleFeedback,
    onSettled: () => changed(),
  });
  return (
    <CareSection
      title={t("adminArticles.feedback.title")}
      about={t("adminArticles.feedback.about")}
      empty={t("adminArticles.feedback.empty")}
      query={query}
      heads={[
        t("adminArticles.field.title"),
        t("adminArticles.feedback.comment"),
        t("adminArticles.feedback.from"),
        t("adminArticles.feedback.act"),
      ]}
      draw={(item) => (
        <tr key={item.id}>
          <td>
            <Link href={`/admin/articles/${item.articleId}`}>{item.title}</Link>{" "}
            <span className="dim">v{item.versionNumber}</span>
          </td>
          <td>
            <p>{item.comment}</p>
          </td>
          <td>
            {item.authorName ?? t("adminArticles.feedback.public")}
            <span className="table-second">{formats.whenWithDay(item.at)}</span>
          </td>
          <td className="care-act">
            <Button size="small" disabled={settle.isPending} onClick={() => settle.mutate(item.id)}>
              {t("adminArticles.settle")}
            </Button>
          </td>
        </tr>
      )}
    />
  );
}
