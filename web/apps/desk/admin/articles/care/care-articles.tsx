import { useQuery } from "@tanstack/react-query";
import type { CareReason } from "@vera/contracts/knowledge-care";
import { Link } from "wouter";
import { listCare } from "../../../../../shared/api/admin/article-care.ts";
import { useFormats } from "../../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Tag, type TagTone } from "../../../../../shared/ui/tag.tsx";
import { useMe } from "../../../session/me-context.ts";
import { CareSection } from "./care-section.tsx";

const TONES = {
  "in-review": "wait",
  returned: "risk",
  expired: "breach",
  expiring: "risk",
  "review-due": "neutral",
} satisfies Record<CareReason, TagTone>;

/** Drafts that wait or came back, texts that are over or soon will be, texts to be read again. */
export function CareArticles() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const formats = useFormats();
  const query = useQuery({ queryKey: ["article-care"], queryFn: listCare });
  return (
    <CareSection
      title={t("adminArticles.care.title")}
      about={t("adminArticles.care.about")}
      empty={t("adminArticles.care.empty")}
      query={query}
      heads={[
        t("adminArticles.field.title"),
        t("admin.tenant"),
        t("adminArticles.field.owner"),
        t("adminArticles.care.why"),
      ]}
      draw={(item) => (
        <tr key={`${item.articleId}-${item.reason}`}>
          <td>
            <Link href={`/admin/articles/${item.articleId}`}>{item.title}</Link>
          </td>
          <td>{tenantName(item.tenantId)}</td>
          <td>{item.owner || "–"}</td>
          <td>
            <Tag tone={TONES[item.reason]}>
              {t(`adminArticles.reason.${item.reason}`, { day: formats.date(`${item.on}T15:00:00Z`) })}
            </Tag>
          </td>
        </tr>
      )}
    />
  );
}
