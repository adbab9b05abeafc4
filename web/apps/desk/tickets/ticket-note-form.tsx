import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useRef, useState } from "react";
import { addTicketNote } from "../../../shared/api/tickets.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../shared/keys/use-key.ts";
import { Button } from "../../../shared/ui/button.tsx";
import { Checkbox } from "../../../shared/ui/checkbox.tsx";
import { ProblemNote } from "../../../shared/ui/problem-note.tsx";
import { TextArea } from "../../../shared/ui/text-area.tsx";

/** A note: internal unless it is ticked as one that the citizen may be told. */
export function TicketNoteForm({ ticketId }: { ticketId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const add = useMutation({
    mutationFn: () =>
      addTicketNote(ticketId, { text: text.trim(), visibility: open ? "public" : "internal" }),
    onSuccess: (ticket) => {
      queries.setQueryData(["ticket", ticketId], ticket);
      setText("");
    },
  });
  const send = text.trim() === "" || add.isPending ? null : () => add.mutate();
  const keys = useKey("send", send);
  const form = useRef<HTMLFormElement>(null);
  useKey("note", () => form.current?.querySelector("textarea")?.focus());
  return (
    <form
      ref={form}
      className={open ? "ticket-composer" : "ticket-composer ticket-composer-note"}
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        send?.();
      }}
    >
      {add.error && <ProblemNote error={add.error} kept={t("tickets.kept")} />}
      <TextArea label={t("tickets.noteLabel")} value={text} rows={3} maxLength={10_000} onChange={setText} />
      <div className="row">
        <Checkbox checked={open} onChange={setOpen}>
          {t("tickets.mayBeTold")}
        </Checkbox>
        <span className="sp" />
        <Button
          variant="primary"
          type="submit"
          keys={keys}
          showKeys
          busy={add.isPending}
          disabled={text.trim() === ""}
        >
          {t("tickets.addNote")}
        </Button>
      </div>
    </form>
  );
}
