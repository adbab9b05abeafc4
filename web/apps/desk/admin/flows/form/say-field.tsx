import { IconArrowDown, IconArrowUp, IconTrash } from "@tabler/icons-react";
import { type Say, type SayPart, SPOKEN_FORMS } from "@vera/contracts/ivr-nodes";
import { useTranslation } from "../../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../../shared/ui/button.tsx";
import { Field } from "../../../../../shared/ui/field.tsx";
import { IconButton } from "../../../../../shared/ui/icon-button.tsx";
import { Select } from "../../../../../shared/ui/select.tsx";
import { TextField } from "../../../../../shared/ui/text-field.tsx";
import { useFlowThings } from "../flow-things.ts";
import "./say-field.css";

interface SayFieldProps {
  label: string;
  /** undefined: says nothing. */
  value: Say | undefined;
  onChange: (say: Say | undefined) => void;
  required: boolean;
}

const MOST = 20;

/** What is said, piece by piece: words for the voice, an audio, the value of something known. */
export function SayField({ label, value, onChange, required }: SayFieldProps) {
  const { t } = useTranslation();
  const parts: readonly SayPart[] = value ?? [];
  const set = (next: readonly SayPart[]): void =>
    onChange(next.length === 0 && !required ? undefined : [...next]);
  const swap = (at: number, to: number): void => {
    const next = [...parts];
    const [moved] = next.splice(at, 1);
    if (moved) next.splice(to, 0, moved);
    set(next);
  };
  return (
    <fieldset className="say-field">
      <legend className="lab">{label}</legend>
      {parts.map((part, index) => (
        // A piece is what it is by its place.
        // biome-ignore lint/suspicious/noArrayIndexKey: see above
        <div className="say-part" key={index}>
          <PartField
            part={part}
            number={index + 1}
            onChange={(next) => set(parts.map((other, at) => (at === index ? next : other)))}
          />
          <div className="say-part-acts">
            {index > 0 && (
              <IconButton
                label={t("adminFlow.say.up", { number: index + 1 })}
                icon={IconArrowUp}
                size="tiny"
                glyphSize={14}
                onClick={() => swap(index, index - 1)}
              />
            )}
            {index < parts.length - 1 && (
              <IconButton
                label={t("adminFlow.say.down", { number: index + 1 })}
                icon={IconArrowDown}
                size="tiny"
                glyphSize={14}
                onClick={() => swap(index, index + 1)}
              />
            )}
            <IconButton
              label={t("adminFlow.say.takeOut", { number: index + 1 })}
              icon={IconTrash}
              size="tiny"
              glyphSize={14}
              disabled={required && parts.length === 1}
              onClick={() => set(parts.filter((_, at) => at !== index))}
            />
          </div>
        </div>
      ))}
      <AddPart parts={parts} onAdd={(part) => set([...parts, part])} />
    </fieldset>
  );
}

function AddPart({ parts, onAdd }: { parts: readonly SayPart[]; onAdd: (part: SayPart) => void }) {
  const { t } = useTranslation();
  const { prompts } = useFlowThings();
  if (parts.length >= MOST) return null;
  const first = prompts[0]?.key;
  return (
    <div className="say-add">
      <Button variant="ghost" size="tiny" onClick={() => onAdd({ text: t("adminFlow.say.newText") })}>
        {t("adminFlow.say.addText")}
      </Button>
      {first !== undefined && (
        <Button variant="ghost" size="tiny" onClick={() => onAdd({ prompt: first })}>
          {t("adminFlow.say.addPrompt")}
        </Button>
      )}
      <Button variant="ghost" size="tiny" onClick={() => onAdd({ value: "caller.number", as: "digits" })}>
        {t("adminFlow.say.addValue")}
      </Button>
    </div>
  );
}

interface PartFieldProps {
  part: SayPart;
  number: number;
  onChange: (part: SayPart) => void;
}

function PartField({ part, number, onChange }: PartFieldProps) {
  const { t } = useTranslation();
  const { prompts } = useFlowThings();
  if ("text" in part) {
    return (
      <Field label={t("adminFlow.say.text", { number })}>
        {(control) => (
          <textarea
            {...control}
            className="input"
            rows={Math.min(6, Math.max(2, Math.ceil(part.text.length / 70)))}
            maxLength={1000}
            value={part.text}
            onChange={(event) => onChange({ text: event.target.value })}
          />
        )}
      </Field>
    );
  }
  if ("prompt" in part) {
    const known = prompts.some(({ key }) => key === part.prompt);
    return (
      <Select
        label={t("adminFlow.say.prompt", { number })}
        value={part.prompt}
        options={[
          ...(known ? [] : [{ value: part.prompt, label: part.prompt }]),
          ...prompts.map(({ key, name }) => ({ value: key, label: name })),
        ]}
        onChange={(prompt) => onChange({ prompt })}
      />
    );
  }
  return (
    <div className="form-grid">
      <TextField
        label={t("adminFlow.say.value", { number })}
        value={part.value}
        spellCheck={false}
        list="flow-variables"
        onChange={(value) => onChange({ ...part, value })}
      />
      <Select
        label={t("adminFlow.say.as")}
        value={part.as}
        options={SPOKEN_FORMS.map((form) => ({ value: form, label: t(`adminFlow.spoken.${form}`) }))}
        onChange={(form) => onChange({ ...part, as: form as (typeof SPOKEN_FORMS)[number] })}
      />
    </div>
  );
}
