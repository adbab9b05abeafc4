import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FlowDetail } from "@vera/contracts/ivr";
import { type FormEvent, useState } from "react";
import { renameFlow } from "../../../../shared/api/admin/flows.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Dialog } from "../../../../shared/ui/dialog.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { TextField } from "../../../../shared/ui/text-field.tsx";
import { useChanged } from "../kit/use-changed.ts";

export function RenameDialog({ flow, onClose }: { flow: FlowDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const changed = useChanged("admin-flows");
  const [name, setName] = useState(flow.name);
  const rename = useMutation({
    mutationFn: () => renameFlow(flow.id, name.trim()),
    onSuccess: async (saved) => {
      // The draft on the screen stays as it is: only the name is another.
      queries.setQueryData(["admin-flow", flow.id], { ...flow, name: saved.name });
      onClose();
      await changed();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (name.trim() !== "") rename.mutate();
  };
  return (
    <Dialog
      title={t("adminFlow.rename")}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t("admin.back")}</Button>
          <Button
            variant="primary"
            busy={rename.isPending}
            disabled={name.trim() === ""}
            onClick={() => rename.mutate()}
          >
            {t("admin.save")}
          </Button>
        </>
      }
    >
      <form className="stack" onSubmit={submit}>
        {rename.error && <ProblemNote error={rename.error} />}
        <TextField label={t("admin.name")} value={name} maxLength={120} onChange={setName} autoFocus />
      </form>
    </Dialog>
  );
}
