import { IconArrowBackUp, IconBulb, IconCircleCheck } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { useMe } from "../../session/me-context.ts";
import { useCitizenName } from "../citizen/use-citizen-name.ts";
import type { CentreTab } from "../contact-centre.tsx";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { ArticleDialog } from "../knowledge/article-dialog.tsx";
import { useDraft } from "../use-draft.ts";
import { CloseStep } from "./close-step.tsx";
import { GreetStep } from "./greet-step.tsx";
import { InformStep } from "./inform-step.tsx";
import { ListenStep } from "./listen-step.tsx";
import { RegisterStep } from "./register-step.tsx";
import { currentStep, neighbourStep, SCRIPT_STEPS, type ScriptStep } from "./script-steps.ts";
import "./script-tab.css";

interface ScriptTabProps {
  contact: DeskContact;
  onTab: (tab: CentreTab) => void;
}

/** Steps at the left, the sentence to say and its tool at the right, one primary button at the foot. */
export function ScriptTab({ contact, onTab }: ScriptTabProps) {
  const { t } = useTranslation();
  const { me } = useMe();
  const [draft, change] = useDraft(contact.interactionId);
  const [article, setArticle] = useState(false);
  const name = useCitizenName(contact.interactionId, contact.caller);
  const step = currentStep(draft.step, draft.stepsDone);
  const next = neighbourStep(step, 1);
  const previous = neighbourStep(step, -1);
  const go = (to: ScriptStep): void => change({ step: to });
  const advance = (): void => {
    change({ stepsDone: [...new Set([...draft.stepsDone, step])], step: next ?? step });
    if (!next) onTab("disposition");
  };
  const keys = useKey("nextStep", advance);
  const firstName = name?.split(" ")[0] ?? "";
  return (
    <>
      <div className="script">
        <ol className="steps" aria-label={t("agentDesk.script.steps")}>
          {SCRIPT_STEPS.map((id, index) => {
            const done = draft.stepsDone.includes(id) && id !== step;
            return (
              <li key={id}>
                <button
                  type="button"
                  className={done ? "step step-done" : "step"}
                  aria-current={id === step ? "step" : undefined}
                  onClick={() => go(id)}
                >
                  <span className="step-mark">
                    {done ? <Glyph icon={IconCircleCheck} size={18} /> : index + 1}
                  </span>
                  {t(`agentDesk.script.step.${id}`)}
                  {done && <span className="vh">{t("agentDesk.script.done")}</span>}
                </button>
              </li>
            );
          })}
        </ol>
        <div className="desk-body">
          <p className="say">
            {t(`agentDesk.script.say.${step}`, {
              context: firstName ? "known" : "",
              name: firstName,
              agent: me.user.name,
            })}
          </p>
          {step === "greet" && <GreetStep contact={contact} />}
          {step === "listen" && <ListenStep contact={contact} />}
          {step === "inform" && <InformStep contact={contact} />}
          {step === "register" && <RegisterStep contact={contact} onTicket={() => onTab("ticket")} />}
          {step === "close" && <CloseStep contact={contact} />}
        </div>
      </div>
      <div className="desk-foot">
        {previous && (
          <Button variant="ghost" icon={IconArrowBackUp} onClick={() => go(previous)}>
            {t("agentDesk.script.back")}
          </Button>
        )}
        <span className="sp" />
        <Button icon={IconBulb} onClick={() => setArticle(true)}>
          {t("agentDesk.script.article")}
        </Button>
        <Button variant="primary" keys={keys} showKeys onClick={advance}>
          {next
            ? t("agentDesk.script.next", { step: t(`agentDesk.script.step.${next}`).toLowerCase() })
            : t("agentDesk.script.toDisposition")}
        </Button>
      </div>
      {article && <ArticleDialog contact={contact} onClose={() => setArticle(false)} />}
    </>
  );
}
