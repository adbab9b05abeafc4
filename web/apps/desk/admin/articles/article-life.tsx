import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import type { useAdminForm } from "../kit/use-admin-form.ts";
import type { ArticleFields } from "./article-fields.ts";

/** For whom the text is, who answers for it, by which norm and until when; what to ask for first. */
export function ArticleLife({ form }: { form: ReturnType<typeof useAdminForm<ArticleFields, never>> }) {
  const { t } = useTranslation();
  return (
    <>
      <Select
        {...form.text("audience")}
        label={t("adminArticles.field.audience")}
        hint={t("adminArticles.audienceHint")}
        options={(["public", "internal"] as const).map((value) => ({
          value,
          label: t(`adminArticles.audience.${value}`),
        }))}
      />
      <TextArea
        {...form.text("requiredData")}
        label={t("adminArticles.field.requiredData")}
        hint={t("adminArticles.requiredDataHint")}
        rows={2}
      />
      <TextField
        {...form.text("owner")}
        label={t("adminArticles.field.owner")}
        hint={t("adminArticles.ownerHint")}
        maxLength={160}
      />
      <TextField
        {...form.text("norm")}
        label={t("adminArticles.field.norm")}
        hint={t("adminArticles.normHint")}
        maxLength={300}
      />
      <div className="article-days">
        <TextField {...form.text("validFrom")} label={t("adminArticles.field.validFrom")} type="date" />
        <TextField {...form.text("validTo")} label={t("adminArticles.field.validTo")} type="date" />
      </div>
      <TextField
        {...form.text("reviewOn")}
        label={t("adminArticles.field.reviewOn")}
        hint={t("adminArticles.reviewOnHint")}
        type="date"
      />
    </>
  );
}
