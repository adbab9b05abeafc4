import { useState } from "react";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { TextField } from "../../../shared/ui/text-field.tsx";

/** The server refuses fewer (contracts/identity.ts PASSWORD_MIN_LENGTH); said before sending. */
export const SHORTEST_PASSWORD = 12;

interface NewPasswordFieldsProps {
  /** The password once it is long enough and typed twice alike, otherwise null. */
  onChange: (password: string | null) => void;
}

export function NewPasswordFields({ onChange }: NewPasswordFieldsProps) {
  const { t } = useTranslation();
  const [first, setFirst] = useState("");
  const [second, setSecond] = useState("");
  const [left, setLeft] = useState(false);
  const tell = (one: string, two: string): void => {
    onChange(one.length >= SHORTEST_PASSWORD && one === two ? one : null);
  };
  const short = left && first !== "" && first.length < SHORTEST_PASSWORD;
  const different = second !== "" && second.length >= first.length && first !== second;
  return (
    <>
      <TextField
        label={t("signIn.newPassword")}
        type="password"
        autoComplete="new-password"
        hint={t("signIn.passwordHint", { count: SHORTEST_PASSWORD })}
        error={short ? t("signIn.passwordShort", { missing: SHORTEST_PASSWORD - first.length }) : null}
        value={first}
        onBlur={() => setLeft(true)}
        onChange={(value) => {
          setFirst(value);
          tell(value, second);
        }}
        required
      />
      <TextField
        label={t("signIn.repeatPassword")}
        type="password"
        autoComplete="new-password"
        error={different ? t("signIn.passwordsDiffer") : null}
        value={second}
        onChange={(value) => {
          setSecond(value);
          tell(first, value);
        }}
        required
      />
    </>
  );
}
