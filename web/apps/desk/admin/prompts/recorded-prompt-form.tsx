import type { Prompt } from "@vera/contracts/ivr";
import { type ReactNode, useEffect, useState } from "react";
import { uploadPrompt } from "../../../../shared/api/admin/prompts.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Field } from "../../../../shared/ui/field.tsx";
import { FormPanel } from "../kit/form-panel.tsx";
import { useAdminForm } from "../kit/use-admin-form.ts";
import { useHomeTenant } from "../kit/use-home-tenant.ts";
import { NameFields } from "./name-fields.tsx";
import { isKey } from "./prompt-key.ts";

/** As the server takes (ivr/speech/audio). */
const MOST_BYTES = 10 * 1024 * 1024;

interface RecordedPromptFormProps {
  prompt: Prompt | null;
  onSaved: (prompt: Prompt) => Promise<void>;
  foot: ReactNode;
}

/** Somebody's voice: WAV or MP3, converted and levelled by the server. */
export function RecordedPromptForm({ prompt, onSaved, foot }: RecordedPromptFormProps) {
  const { t } = useTranslation();
  const home = useHomeTenant("prompt.manage");
  const [file, setFile] = useState<File | null>(null);
  const form = useAdminForm({
    initial: {
      name: prompt?.name ?? "",
      key: prompt?.key ?? "",
      tenantId: prompt?.tenantId ?? home,
      /** Name and size of the chosen file: what makes the form differ from before. */
      file: "",
    },
    check: ({ name, key }) => ({
      name: name.trim() === "" ? t("admin.rule.required") : null,
      key: isKey(key) ? null : t("admin.rule.code"),
      file: wrongFile(file, t),
    }),
    save: ({ name, key, tenantId }) => {
      if (!file) throw new Error("No file was chosen");
      return uploadPrompt({ tenantId, key, name: name.trim(), file });
    },
    onSaved: async (saved: Prompt) => {
      setFile(null);
      await onSaved(saved);
      return undefined;
    },
    keys: { badAudio: "file", badUpload: "file" },
  });
  return (
    <FormPanel
      form={form}
      foot={foot}
      verb={t(prompt ? "adminPhone.prompts.replace" : "adminPhone.prompts.upload")}
    >
      {!prompt && <NameFields fields={form.fields} error={form.error} set={form.set} />}
      <Field
        label={t("adminPhone.prompts.file")}
        hint={t("adminPhone.prompts.fileHint")}
        error={form.error("file")}
      >
        {(control) => (
          <div className="file-drop">
            <input
              {...control}
              type="file"
              accept=".wav,.mp3,audio/wav,audio/mpeg"
              onChange={(event) => {
                const next = event.target.files?.[0] ?? null;
                setFile(next);
                form.set({ file: next ? `${next.name} ${next.size}` : "" });
              }}
            />
            {file && <ChosenFile file={file} />}
          </div>
        )}
      </Field>
    </FormPanel>
  );
}

function ChosenFile({ file }: { file: File }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(file);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [file]);
  return (
    <div className="prompt-preview">
      <span className="sm mut">{formats.bytes(file.size)}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: a file just chosen has no words yet */}
      <audio controls src={url} aria-label={t("adminPhone.prompts.listen", { name: file.name })} />
    </div>
  );
}

function wrongFile(file: File | null, t: (key: string) => string): string | null {
  if (!file) return t("adminPhone.prompts.fileMissing");
  if (!/\.(wav|mp3)$/i.test(file.name)) return t("adminPhone.prompts.fileKind");
  return file.size > MOST_BYTES ? t("adminPhone.prompts.fileBig") : null;
}
