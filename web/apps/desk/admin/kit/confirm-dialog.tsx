import { useMutation } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Dialog } from "../../../../shared/ui/dialog.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";

interface ConfirmDialogProps {
  /** A question with the verb and the name: "¿Quitar la cola Agua?". */
  title: string;
  /** The verb, as in the button that led here. */
  verb: string;
  back?: string;
  /** Why it may not be undone, what happens to the rest. */
  children?: ReactNode;
  danger?: boolean;
  act: () => unknown;
  onDone: () => void;
  onClose: () => void;
}

/** Asks before what cannot be taken back; stays open and says why when the server refuses. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, verb, back, children, danger = true, act, onDone, onClose } = props;
  const { t } = useTranslation();
  const doing = useMutation({ mutationFn: async () => act(), onSuccess: onDone });
  return (
    <Dialog
      title={title}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{back ?? t("admin.back")}</Button>
          <Button
            variant={danger ? "danger" : "primary"}
            busy={doing.isPending}
            onClick={() => doing.mutate()}
          >
            {verb}
          </Button>
        </>
      }
    >
      <div className="stack">
        {doing.error ? <ProblemNote error={doing.error} /> : null}
        {children}
      </div>
    </Dialog>
  );
}
