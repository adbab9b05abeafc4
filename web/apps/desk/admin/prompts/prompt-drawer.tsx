import type { Prompt } from "@vera/contracts/ivr";
import { useState } from "react";
import { removePrompt } from "../../../../shared/api/admin/prompts.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { TabPanel } from "../../../../shared/ui/tab-panel.tsx";
import { Tabs } from "../../../../shared/ui/tabs.tsx";
import { useMe } from "../../session/me-context.ts";
import { ConfirmButton } from "../kit/confirm-button.tsx";
import { Drawer } from "../kit/drawer.tsx";
import type { DrawerControls } from "../kit/resource-page.tsx";
import { useChanged } from "../kit/use-changed.ts";
import { PromptSound } from "./prompt-sound.tsx";
import { RecordedPromptForm } from "./recorded-prompt-form.tsx";
import { TextPromptForm } from "./text-prompt-form.tsx";

interface PromptDrawerProps {
  prompt: Prompt | null;
  controls: DrawerControls;
}

/** Either a text for the voice or a recording; whatever is saved last is what callers hear. */
export function PromptDrawer({ prompt, controls }: PromptDrawerProps) {
  const { t } = useTranslation();
  const { canIn, tenantName } = useMe();
  const changed = useChanged("admin-prompts");
  const [kind, setKind] = useState<Prompt["kind"]>(prompt?.kind ?? "text");
  const mayChange = prompt === null || canIn("prompt.manage", prompt.tenantId);
  const onSaved = async (saved: Prompt): Promise<void> => {
    await changed();
    if (saved.id !== prompt?.id) controls.open(saved.id);
  };
  const foot = prompt && mayChange && (
    <ConfirmButton
      verb={t("admin.remove")}
      question={t("adminPhone.prompts.removeAsk", { name: prompt.name })}
      explain={t("adminPhone.prompts.removeExplain")}
      act={() => removePrompt(prompt.id)}
      onDone={() => {
        controls.close();
        void changed(t("admin.removed"));
      }}
    />
  );
  return (
    <Drawer
      title={prompt?.name ?? t("adminPhone.prompts.new")}
      second={prompt && `${tenantName(prompt.tenantId)} · ${prompt.key}`}
      onClose={controls.close}
    >
      {prompt && <PromptSound prompt={prompt} />}
      {mayChange && (
        <>
          <Tabs
            group="prompt"
            label={t("adminPhone.prompts.kind")}
            tabs={(["text", "recorded"] as const).map((id) => ({
              id,
              label: t(`adminPhone.prompts.tab.${id}`),
            }))}
            value={kind}
            onChange={setKind}
          />
          <TabPanel group="prompt" id={kind} className="drawer-form">
            {kind === "text" ? (
              <TextPromptForm prompt={prompt} onSaved={onSaved} foot={foot} />
            ) : (
              <RecordedPromptForm prompt={prompt} onSaved={onSaved} foot={foot} />
            )}
          </TabPanel>
        </>
      )}
    </Drawer>
  );
}
