import { useMutation, useQueryClient } from "@tanstack/react-query";
import { addInteractionNote } from "../../../../shared/api/interactions.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { TextArea } from "../../../../shared/ui/text-area.tsx";
import type { DeskContact } from "../contacts/desk-contacts.ts";
import { useDraft } from "../use-draft.ts";
import { useInteraction } from "../use-interaction.ts";
import "./notes-tab.css";

/** Notes for colleagues; the citizen never sees them. */
export function NotesTab({ contact }: { contact: DeskContact }) {
  const { t } = useTranslation();
  const formats = useFormats();
  const queries = useQueryClient();
  const [draft, change] = useDraft(contact.interactionId);
  const interaction = useInteraction(contact.interactionId);
  const add = useMutation({
    mutationFn: (text: string) => addInteractionNote(contact.interactionId, text),
    onSuccess: async () => {
      change({ note: "" });
      await queries.invalidateQueries({ queryKey: ["interaction", contact.interactionId] });
    },
  });
  const text = draft.note.trim();
  const save = text === "" || add.isPending ? null : () => add.mutate(text);
  const keys = useKey("send", save);
  const notes = interaction.data?.notes ?? [];
  return (
    <>
      <div className="desk-body">
        {interaction.isPending && <Skeleton lines={3} />}
        {interaction.data && notes.length === 0 && <EmptyState>{t("agentDesk.notes.empty")}</EmptyState>}
        <ul className="stack">
          {notes.map((note) => (
            <li key={note.id} className="note">
              <p className="sm mut">
                <b>{note.authorName}</b> · {formats.whenWithDay(note.at)}
              </p>
              <p>{note.text}</p>
            </li>
          ))}
        </ul>
      </div>
      <div className="note-composer">
        {add.error && <ProblemNote error={add.error} kept={t("agentDesk.notes.kept")} />}
        <TextArea
          label={t("agentDesk.notes.label")}
          value={draft.note}
          rows={3}
          maxLength={4000}
          onChange={(note) => change({ note })}
        />
      </div>
      <div className="desk-foot">
        <span className="sp" />
        <Button
          variant="primary"
          keys={keys}
          showKeys
          disabled={text === ""}
          busy={add.isPending}
          onClick={() => save?.()}
        >
          {t("agentDesk.notes.save")}
        </Button>
      </div>
    </>
  );
}
