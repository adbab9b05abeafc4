import {
  IconMail,
  IconMessageCircle,
  IconPencil,
  IconPhone,
  IconShieldCheck,
  IconUserQuestion,
} from "@tabler/icons-react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Citizen, VerificationMethod } from "@vera/contracts/citizens";
import { verifyCitizen } from "../../../../shared/api/citizens.ts";
import { useProblemText } from "../../../../shared/api/problem-text.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { Menu } from "../../../../shared/ui/menu.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { useMe } from "../../session/me-context.ts";

interface CitizenCardProps {
  citizen: Citizen;
  interactionId: string;
  tenantId: string;
  onEdit: () => void;
  onChange: () => void;
}

const METHODS: readonly VerificationMethod[] = [
  "document-and-birth-date",
  "document-shown",
  "code-to-contact-point",
];
const CHANNEL_ICONS = {
  phone: IconPhone,
  whatsapp: IconMessageCircle,
  sms: IconMessageCircle,
  email: IconMail,
};

export function CitizenCard({ citizen, interactionId, tenantId, onEdit, onChange }: CitizenCardProps) {
  const { t } = useTranslation();
  const { can } = useMe();
  const queries = useQueryClient();
  const verify = useMutation({
    mutationFn: (method: VerificationMethod) =>
      verifyCitizen(citizen.id, { method, version: citizen.version, interactionId, tenantId }),
    onSuccess: (record) => queries.setQueryData(["citizen", citizen.id, interactionId], record),
  });
  const problem = useProblemText(verify.error);
  const verified = citizen.verification.state === "verified";
  const identifier = citizen.identifiers.find(({ kind }) => kind === "cuil") ?? citizen.identifiers[0];
  const prefers = citizen.preferredChannel;
  return (
    <section className="citizen" aria-label={citizen.displayName}>
      <div className="row">
        <h2 className="el">{citizen.displayName}</h2>
        <span className="sp" />
        <Tag tone={verified ? "ready" : "risk"} icon={verified ? IconShieldCheck : IconUserQuestion}>
          {t(verified ? "agentDesk.citizen.verified" : "agentDesk.citizen.unverified")}
        </Tag>
      </div>
      <dl className="facts">
        {identifier && (
          <>
            <dt>{t(`ui.identifier.${identifier.kind}`)}</dt>
            <dd>{identifier.shown}</dd>
          </>
        )}
        {verified && citizen.verification.method && (
          <>
            <dt>{t("agentDesk.citizen.verifiedBy")}</dt>
            <dd>{t(`ui.verification.${citizen.verification.method}`)}</dd>
          </>
        )}
        {prefers && (
          <>
            <dt>{t("agentDesk.citizen.prefers")}</dt>
            <dd className="row citizen-prefers">
              <Glyph icon={CHANNEL_ICONS[prefers]} />
              {[t(`ui.preferred.${prefers}`), citizen.preferredTime].filter(Boolean).join(", ")}
            </dd>
          </>
        )}
        {citizen.takeIntoAccount && (
          <>
            <dt>{t("agentDesk.citizen.takeIntoAccount")}</dt>
            <dd>{citizen.takeIntoAccount}</dd>
          </>
        )}
      </dl>
      {verify.error && <p className="field-error">{problem.text}</p>}
      {can("citizen.edit") && (
        <div className="citizen-acts">
          {!verified && (
            <Menu
              label={t("agentDesk.citizen.verify")}
              entries={METHODS.map((method) => ({
                id: method,
                label: t(`ui.verification.${method}`),
                onPick: () => verify.mutate(method),
              }))}
            >
              {(trigger) => (
                <Button
                  variant="ghost"
                  size="small"
                  icon={IconShieldCheck}
                  busy={verify.isPending}
                  {...trigger}
                >
                  {t("agentDesk.citizen.verify")}
                </Button>
              )}
            </Menu>
          )}
          <Button variant="ghost" size="small" icon={IconPencil} onClick={onEdit}>
            {t("agentDesk.citizen.edit")}
          </Button>
          <Button variant="ghost" size="small" icon={IconUserQuestion} onClick={onChange}>
            {t("agentDesk.citizen.other")}
          </Button>
        </div>
      )}
    </section>
  );
}
