import { useQuery } from "@tanstack/react-query";
import type { Synonym } from "@vera/contracts/knowledge-care";
import {
  changeSynonym,
  createSynonym,
  listSynonyms,
  removeSynonym,
} from "../../../../shared/api/admin/article-care.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { type DrawerControls, ResourcePage } from "../kit/resource-page.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useChanged } from "../kit/use-changed.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";

/** Words, abbreviations and expressions that mean the same when articles are searched. */
export function SynonymsPage() {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const formats = useFormats();
  const synonyms = useQuery({
    queryKey: ["admin-synonyms"],
    queryFn: listSynonyms,
    select: (reply): readonly Synonym[] => reply.items,
  });
  return (
    <ResourcePage
      area="synonyms"
      title={t("admin.area.synonyms")}
      about={t("adminArticles.synonyms.about")}
      query={synonyms}
      rowKey={(synonym) => synonym.id}
      tenantOf={(synonym) => synonym.tenantId}
      columns={[
        {
          id: "terms",
          header: t("adminArticles.synonyms.terms"),
          value: (synonym) => synonym.terms.join(" = "),
        },
        { id: "tenant", header: t("admin.tenant"), value: (synonym) => tenantName(synonym.tenantId) },
        {
          id: "changed",
          header: t("adminArticles.synonyms.changed"),
          value: (synonym) => synonym.changedAt,
          cell: (synonym) => `${formats.whenWithDay(synonym.changedAt)} · ${synonym.changedByName}`,
        },
      ]}
      empty={t("adminArticles.synonyms.empty")}
      add={t("adminArticles.synonyms.add")}
      drawer={(synonym, controls) => (
        <SynonymDrawer key={synonym?.id ?? "new"} synonym={synonym} controls={controls} />
      )}
    />
  );
}

interface SynonymFields {
  tenantId: string;
  /** One in each line. */
  terms: string;
}

function termsOf(text: string): string[] {
  return text
    .split(/\n+/)
    .map((term) => term.trim())
    .filter(Boolean);
}

function SynonymDrawer({ synonym, controls }: { synonym: Synonym | null; controls: DrawerControls }) {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const home = useHomeTenant("article.edit");
  const changed = useChanged("admin-synonyms", "articles");
  const form = useAdminForm<SynonymFields, Synonym>({
    initial: { tenantId: synonym?.tenantId ?? home, terms: synonym?.terms.join("\n") ?? "" },
    check: ({ terms }) => ({
      terms: termsOf(terms).length < 2 ? t("adminArticles.synonyms.two") : null,
    }),
    save: ({ tenantId, terms }) =>
      synonym
        ? changeSynonym(synonym.id, { terms: termsOf(terms) })
        : createSynonym({ tenantId, terms: termsOf(terms) }),
    onSaved: async (saved) => {
      await changed();
      if (!synonym) controls.open(saved.id);
      return { tenantId: saved.tenantId, terms: saved.terms.join("\n") };
    },
    keys: { synonymNeedsTwo: "terms" },
  });
  return (
    <Drawer
      title={synonym?.terms[0] ?? t("adminArticles.synonyms.new")}
      second={synonym ? tenantName(synonym.tenantId) : undefined}
      onClose={controls.close}
    >
      <FormPanel
        form={form}
        {...(synonym ? {} : { verb: t("adminArticles.synonyms.add") })}
        foot={
          synonym && (
            <ConfirmButton
              verb={t("admin.remove")}
              question={t("adminArticles.synonyms.removeAsk", { name: synonym.terms.join(", ") })}
              act={() => removeSynonym(synonym.id)}
              onDone={() => {
                controls.close();
                void changed(t("admin.removed"));
              }}
            />
          )
        }
      >
        <TextArea
          {...form.text("terms")}
          label={t("adminArticles.synonyms.terms")}
          hint={t("adminArticles.synonyms.hint")}
          rows={6}
        />
        {!synonym && <TenantField permission="article.edit" {...form.text("tenantId")} />}
      </FormPanel>
    </Drawer>
  );
}
