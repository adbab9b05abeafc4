import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { type FieldMap, fieldProblems } from "./field-problems.ts";
import { forgetUnsaved, useUnsaved } from "./unsaved.ts";

type Texts<Fields> = { [Name in keyof Fields]: Fields[Name] extends string ? Name : never }[keyof Fields] &
  string;
type Ticks<Fields> = { [Name in keyof Fields]: Fields[Name] extends boolean ? Name : never }[keyof Fields] &
  string;
export type FieldTexts<Fields> = Partial<Record<keyof Fields & string, string | null>>;

interface AdminFormOptions<Fields extends object, Saved> extends FieldMap {
  initial: Fields;
  /** What is wrong before sending, by field, in words. */
  check?: (fields: Fields) => FieldTexts<Fields>;
  save: (fields: Fields) => Promise<Saved>;
  /** What the form shows from now on; left out, the fields as they were sent. */
  onSaved?: (saved: Saved) => Promise<Fields | undefined>;
}

/** Fields, what is wrong with each (said by us before sending, by the server after), and the sending. */
export function useAdminForm<Fields extends object, Saved>(options: AdminFormOptions<Fields, Saved>) {
  const { initial, check, save, onSaved, keys, paths } = options;
  const { t } = useTranslation();
  const [fields, setFields] = useState(initial);
  const [baseline, setBaseline] = useState(initial);
  const [tried, setTried] = useState(0);
  const [corrected, setCorrected] = useState<ReadonlySet<string>>(new Set());
  const form = useRef<HTMLFormElement>(null);
  const dirty = JSON.stringify(fields) !== JSON.stringify(baseline);
  useUnsaved(dirty);
  const sending = useMutation({
    mutationFn: save,
    onSuccess: async (saved, sent) => {
      forgetUnsaved();
      const next = (await onSaved?.(saved)) ?? sent;
      setFields(next);
      setBaseline(next);
      setTried(0);
    },
  });
  const said = tried > 0 ? (check?.(fields) ?? {}) : {};
  const server = fieldProblems(sending.error, Object.keys(fields), { keys, paths });
  const error = (name: keyof Fields & string): string | null => {
    const own = (said as FieldTexts<Fields>)[name];
    if (own) return own;
    const problem = corrected.has(name) ? undefined : server.byField[name];
    if (!problem) return null;
    const { kind, word, params } = problem;
    return kind === "error" ? t(`errors.${word}`, params) : t(`admin.rule.${word}`, params);
  };
  const set = (part: Partial<Fields>): void => {
    setFields((current) => ({ ...current, ...part }));
    setCorrected((current) => new Set([...current, ...Object.keys(part)]));
  };
  const refused = sending.failureReason;
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each refusal, ours or the server's
  useEffect(() => {
    if (tried === 0) return;
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [tried, refused]);
  const send = (): void => {
    if (sending.isPending) return;
    setTried((count) => count + 1);
    setCorrected(new Set());
    const wrong = Object.values(check?.(fields) ?? {}).some(Boolean);
    if (!wrong) sending.mutate(fields);
  };
  return {
    ref: form,
    fields,
    set,
    dirty,
    busy: sending.isPending,
    send,
    error,
    /** What no field explains. */
    problem: server.general ? sending.error : null,
    reset: () => setFields(baseline),
    onSubmit: (event: FormEvent): void => {
      event.preventDefault();
      send();
    },
    /** Spread on a TextField, TextArea or Select. */
    text: (name: Texts<Fields>) => ({
      value: fields[name] as string,
      onChange: (value: string) => set({ [name]: value } as Partial<Fields>),
      error: error(name),
    }),
    /** Spread on a Checkbox. */
    tick: (name: Ticks<Fields>) => ({
      checked: fields[name] as boolean,
      onChange: (value: boolean) => set({ [name]: value } as Partial<Fields>),
    }),
  };
}
export type AdminForm = Pick<
  ReturnType<typeof useAdminForm<object, unknown>>,
  "ref" | "dirty" | "busy" | "send" | "problem" | "onSubmit"
>;
