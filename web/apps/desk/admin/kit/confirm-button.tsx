import { type ReactNode, useState } from "react";
import { Button, type ButtonProps } from "../../../../shared/ui/button.tsx";
import { ConfirmDialog } from "./confirm-dialog.tsx";

interface ConfirmButtonProps extends Pick<ButtonProps, "size" | "icon" | "disabled"> {
  /** The verb in the button, and in the dialog. */
  verb: string;
  question: string;
  /** What follows from it. */
  explain?: ReactNode;
  danger?: boolean;
  act: () => Promise<unknown>;
  onDone?: () => void;
}

/** A button for what cannot be taken back: asks, does, and says what refused it. */
export function ConfirmButton(props: ConfirmButtonProps) {
  const { verb, question, explain, danger = true, act, onDone, ...button } = props;
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button variant={danger ? "danger" : "plain"} {...button} onClick={() => setAsking(true)}>
        {verb}
      </Button>
      {asking && (
        <ConfirmDialog
          title={question}
          verb={verb}
          danger={danger}
          act={act}
          onDone={() => {
            setAsking(false);
            onDone?.();
          }}
          onClose={() => setAsking(false)}
        >
          {explain && <p>{explain}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}
