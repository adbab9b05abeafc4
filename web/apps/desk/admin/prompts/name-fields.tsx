import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { TenantField } from "../kit/tenant-field.tsx";
import { proposedKey } from "./prompt-key.ts";

export interface PromptNameFields {
  name: string;
  key: string;
  tenantId: string;
}

interface NameFieldsProps {
  fields: PromptNameFields;
  error: (name: keyof PromptNameFields) => string | null;
  set: (part: Partial<PromptNameFields>) => void;
}

/** Name, key and organism of a new prompt. */
export function NameFields({ fields, error, set }: NameFieldsProps) {
  const { t } = useTranslation();
  const untouched = fields.key === proposedKey(fields.name);
  return (
    <>
      <TextField
        label={t("admin.name")}
        value={fields.name}
        maxLength={120}
        autoComplete="off"
        error={error("name")}
        onChange={(name) => set(untouched ? { name, key: proposedKey(name) } : { name })}
      />
      <TextField
        label={t("adminPhone.prompts.key")}
        hint={t("adminPhone.prompts.keyHint")}
        value={fields.key}
        maxLength={60}
        autoComplete="off"
        spellCheck={false}
        error={error("key")}
        onChange={(key) => set({ key })}
      />
      <TenantField
        permission="prompt.manage"
        value={fields.tenantId}
        onChange={(tenantId) => set({ tenantId })}
        error={error("tenantId")}
      />
    </>
  );
}
