import { useMutation } from "@tanstack/react-query";
import type { Prompt } from "@vera/contracts/ivr";
import { type ReactNode, useEffect } from "react";
import { createTextPrompt, previewSpeech, rewritePrompt } from "../../../../shared/api/admin/prompts.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { NameFields } from "./name-fields.tsx";
import { isKey } from "./prompt-key.ts";

interface TextPromptFormProps {
  prompt: Prompt | null;
  onSaved: (prompt: Prompt) => Promise<void>;
  foot: ReactNode;
}

/** Words for the voice, heard before they are kept. */
export function TextPromptForm({ prompt, onSaved, foot }: TextPromptFormProps) {
  const { t } = useTranslation();
  const home = useHomeTenant("prompt.manage");
  const form = useAdminForm({
    initial: {
      name: prompt?.name ?? "",
      key: prompt?.key ?? "",
      tenantId: prompt?.tenantId ?? home,
      text: prompt?.text ?? "",
    },
    check: ({ name, key, text }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      key: isKey(key) ? null : t("admin.rule.code"),
      text: text.trim() === "" ? t("admin.rule.required") : null,
    }),
    save: ({ name, key, tenantId, text }) =>
      // A recording of the same key is replaced by the text: the other way round too.
      prompt?.kind === "text"
        ? rewritePrompt(prompt.id, text.trim())
        : createTextPrompt({ tenantId, key, name: name.trim(), text: text.trim() }),
    onSaved: async (saved: Prompt) => {
      await onSaved(saved);
      return undefined;
    },
  });
  return (
    <FormPanel form={form} foot={foot} {...(prompt ? {} : { verb: t("adminPhone.prompts.add") })}>
      {!prompt && <NameFields fields={form.fields} error={form.error} set={form.set} />}
      <TextArea
        {...form.text("text")}
        label={t("adminPhone.prompts.text")}
        hint={t("adminPhone.prompts.textHint")}
        rows={5}
        maxLength={2000}
      />
      <Preview text={form.fields.text} />
    </FormPanel>
  );
}

function Preview({ text }: { text: string }) {
  const { t } = useTranslation();
  const speak = useMutation({
    mutationFn: async () => URL.createObjectURL(await previewSpeech(text.trim())),
  });
  const url = speak.data;
  useEffect(() => (url ? () => URL.revokeObjectURL(url) : undefined), [url]);
  return (
    <div className="prompt-preview">
      <Button
        size="small"
        busy={speak.isPending}
        disabled={text.trim() === ""}
        onClick={() => speak.mutate()}
      >
        {t("adminPhone.prompts.hearText")}
      </Button>
      {speak.error && <ProblemNote error={speak.error} />}
      {url && (
        // biome-ignore lint/a11y/useMediaCaption: its words are in the field above
        <audio controls autoPlay src={url} aria-label={t("adminPhone.prompts.hearText")} />
      )}
    </div>
  );
}
