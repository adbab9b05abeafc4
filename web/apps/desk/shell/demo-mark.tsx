import { useQuery } from "@tanstack/react-query";
import { readSite } from "../../../shared/api/site.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import "./demo-mark.css";

/** On every page of a demonstration, so that nobody takes its people and numbers for real ones. */
export function DemoMark() {
  const { t } = useTranslation();
  const site = useQuery({ queryKey: ["site"], queryFn: readSite, staleTime: Number.POSITIVE_INFINITY });
  if (!site.data?.demo) return null;
  return (
    <span className="demo-mark" data-tip={t("shell.demoHint")}>
      {t("shell.demo")}
    </span>
  );
}
