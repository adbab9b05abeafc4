import { useTranslation } from "../i18n/use-translation.ts";
import { ProblemError } from "./problem.ts";

export interface ProblemText {
  text: string;
  /** To quote when asking for help; null when the text says all. */
  code: string | null;
}

/** The sentence for a person: by key, by code, or the general one. */
export function useProblemText(error: unknown): ProblemText {
  const { t } = useTranslation();
  if (!(error instanceof ProblemError)) return { text: t("errors.unexpected"), code: null };
  const { key, code, params, requestId, status } = error.problem;
  const expected = status >= 400 && status < 500;
  return {
    text: t([...(key ? [`errors.${key}`] : []), `errors.${code}`, "errors.unexpected"], params ?? {}),
    code: expected ? null : (requestId ?? null),
  };
}
