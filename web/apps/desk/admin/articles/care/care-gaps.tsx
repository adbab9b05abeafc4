import { useMutation, useQuery } from "@tanstack/react-query";
import { listGaps, settleGap } from "../../../../../shared/api/admin/article-care.ts";
import { useFormats } from "../../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../../shared/ui/button.tsx";
import { useMe } from "../../../session/me-context.ts";
import { useChanged } from "../../kit/use-changed.ts";
import { CareSection } from "./care-section.tsx";

/** "Asked, not found": what an article should be written about, or a synonym. */
export function CareGaps() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const formats = useFormats();
  const changed = useChanged("article-gaps");
  const query = useQuery({ queryKey: ["article-gaps"], queryFn: listGaps });
  const settle = useMutation({
    mutationFn: settleGap,
    onSettled: () => changed(),
  });
  return (
    <CareSection
      title={t("adminArticles.gaps.title")}
      about={t("adminArticles.gaps.about")}
      empty={t("adminArticles.gaps.empty")}
      query={query}
      heads={[
        t("adminArticles.gaps.asked"),
        t("admin.tenant"),
        t("adminArticles.gaps.times"),
        t("adminArticles.gaps.last"),
        t("adminArticles.feedback.act"),
      ]}
      draw={(item) => (
        <tr key={item.id}>
          <td>
            <b>{item.asked}</b>
          </td>
          <td>{tenantName(item.tenantId)}</td>
          <td>
            {item.times}
            {item.fromPublic > 0 && (
              <span className="table-second">
                {t("adminArticles.gaps.fromPublic", { count: item.fromPublic })}
              </span>
            )}
          </td>
          <td>{formats.whenWithDay(item.lastAt)}</td>
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
