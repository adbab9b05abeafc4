import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { Citizen, IdentifierKind, PreferredChannel } from "@vera/contracts/citizens";
import { type FormEvent, useState } from "react";
import { createCitizen, editCitizen } from "../../../../shared/api/citizens.ts";
import { assignCitizen } from "../../../../shared/api/interactions.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Select } from "../../../../shared/ui/select.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { toast } from "../../../../shared/ui/toast-store.ts";
import { type CitizenFields, fieldsOf, toChange } from "./citizen-fields.ts";

interface CitizenFormProps {
  interactionId: string;
  tenantId: string;
  /** Given: it is changed; otherwise a new one is registered. */
  citizen?: Citizen | undefined;
  callerNumber: string | null;
  onDone: () => void;
}

const KINDS: readonly IdentifierKind[] = ["dni", "cuil", "passport"];
const CHANNELS: readonly PreferredChannel[] = ["phone", "whatsapp", "sms", "email"];

export function CitizenForm({ interactionId, tenantId, citizen, callerNumber, onDone }: CitizenFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [fields, setFields] = useState<CitizenFields>(() => fieldsOf(citizen, callerNumber));
  const [tried, setTried] = useState(false);
  const set = (part: Partial<CitizenFields>): void => setFields({ ...fields, ...part });
  const save = useMutation({
    mutationFn: async () => {
      const context = { interactionId, tenantId };
      const change = toChange(fields, citizen);
      if (citizen) return editCitizen(citizen.id, { ...context, ...change, version: citizen.version });
      const created = await createCitizen({ ...context, ...change });
      await assignCitizen(interactionId, created.id);
      return created;
    },
    onSuccess: async (record) => {
      queries.setQueryData(["citizen", record.id, interactionId], record);
      await queries.invalidateQueries({ queryKey: ["interaction", interactionId] });
      toast(t("agentDesk.citizenForm.saved"), "ok");
      onDone();
    },
  });
  const nameMissing = fields.givenName.trim() === "" || fields.familyName.trim() === "";
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setTried(true);
    if (!nameMissing) save.mutate();
  };
  const missing = (value: string) =>
    tried && value.trim() === "" ? t("agentDesk.citizenForm.missing") : null;
  return (
    <form
      className="desk-panel"
      onSubmit={submit}
      aria-label={t(citizen ? "agentDesk.citizenForm.edit" : "agentDesk.citizenForm.new")}
    >
      <div className="desk-body">
        <div className="stack">
          <h2 className="h2">{t(citizen ? "agentDesk.citizenForm.edit" : "agentDesk.citizenForm.new")}</h2>
          {save.error && <ProblemNote error={save.error} kept={t("agentDesk.citizenForm.kept")} />}
          <div className="form-grid">
            <TextField
              label={t("agentDesk.citizenForm.givenName")}
              value={fields.givenName}
              onChange={(givenName) => set({ givenName })}
              error={missing(fields.givenName)}
              autoComplete="off"
            />
            <TextField
              label={t("agentDesk.citizenForm.familyName")}
              value={fields.familyName}
              onChange={(familyName) => set({ familyName })}
              error={missing(fields.familyName)}
              autoComplete="off"
            />
            <TextField
              className="full"
              label={t("agentDesk.citizenForm.chosenName")}
              value={fields.chosenName}
              onChange={(chosenName) => set({ chosenName })}
              hint={t("agentDesk.citizenForm.chosenNameHint")}
              autoComplete="off"
            />
            <Select
              label={t("agentDesk.citizenForm.documentKind")}
              value={fields.identifierKind}
              options={KINDS.map((value) => ({ value, label: t(`ui.identifier.${value}`) }))}
              onChange={(kind) => set({ identifierKind: kind as IdentifierKind })}
            />
            <TextField
              label={t("agentDesk.citizenForm.document")}
              value={fields.identifier}
              onChange={(identifier) => set({ identifier })}
              autoComplete="off"
            />
            <TextField
              label={t("agentDesk.citizenForm.birthOn")}
              type="date"
              value={fields.birthOn}
              onChange={(birthOn) => set({ birthOn })}
            />
            <TextField
              label={t("agentDesk.citizenForm.phone")}
              type="tel"
              value={fields.phone}
              onChange={(phone) => set({ phone })}
              autoComplete="off"
            />
            <TextField
              className="full"
              label={t("agentDesk.citizenForm.email")}
              type="email"
              value={fields.email}
              onChange={(email) => set({ email })}
              autoComplete="off"
            />
            <Select
              label={t("agentDesk.citizenForm.prefers")}
              value={fields.preferredChannel}
              placeholder={t("agentDesk.citizenForm.noPreference")}
              options={CHANNELS.map((value) => ({ value, label: t(`ui.preferred.${value}`) }))}
              onChange={(preferredChannel) => set({ preferredChannel })}
            />
            <TextField
              label={t("agentDesk.citizenForm.preferredTime")}
              value={fields.preferredTime}
              onChange={(preferredTime) => set({ preferredTime })}
            />
            <TextArea
              className="full"
              label={t("agentDesk.citizen.takeIntoAccount")}
              value={fields.takeIntoAccount}
              rows={2}
              maxLength={500}
              onChange={(takeIntoAccount) => set({ takeIntoAccount })}
            />
          </div>
        </div>
      </div>
      <div className="desk-foot">
        <Button variant="ghost" onClick={onDone}>
          {t("agentDesk.citizenForm.back")}
        </Button>
        <span className="sp" />
        <Button variant="primary" type="submit" busy={save.isPending}>
          {t(citizen ? "agentDesk.citizenForm.save" : "agentDesk.citizenForm.register")}
        </Button>
      </div>
    </form>
  );
}
