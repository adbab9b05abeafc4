import type { Prompt } from "@vera/contracts/ivr";
import { useState } from "react";
import { promptAudioUrl } from "../../../../shared/api/admin/prompts.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import "./prompts.css";

/** The prompt as callers hear it: 8 kHz, levelled. */
export function PromptSound({ prompt }: { prompt: Prompt }) {
  const { t } = useTranslation();
  const [failed, setFailed] = useState(false);
  return (
    <div className="prompt-sound">
      <span className="lab">{t("adminPhone.prompts.asHeard")}</span>
      {/* biome-ignore lint/a11y/useMediaCaption: its words are the prompt's own text, beside it */}
      <audio
        controls
        preload="none"
        src={promptAudioUrl(prompt.id, prompt.updatedAt)}
        aria-label={t("adminPhone.prompts.listen", { name: prompt.name })}
        onError={() => setFailed(true)}
      />
      {failed && (
        <p className="field-error" role="alert">
          {t("adminPhone.prompts.noSound")}
        </p>
      )}
    </div>
  );
}
