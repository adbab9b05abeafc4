import type { InteractionNote } from "@vera/contracts/conversations";
import { useFormats } from "../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";

export function NoteList({ notes }: { notes: readonly InteractionNote[] }) {
  const { t } = useTranslation();
  const formats = useFormats();
  if (notes.length === 0) return <p className="empty">{t("interactions.noNotes")}</p>;
  return (
    <ul className="interaction-notes">
      {notes.map((note) => (
        <li key={note.id}>
          <p className="sm mut">
            {t("interactions.by", { name: note.authorName, when: formats.whenWithDay(note.at) })}
          </p>
          <p className="interaction-note">{note.text}</p>
        </li>
      ))}
    </ul>
  );
}
