import { IconX } from "@tabler/icons-react";
import { useId, useState } from "react";
import { matchesWords } from "../../../../shared/format/fold-text.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Glyph } from "../../../../shared/ui/glyph.tsx";
import { SearchBox } from "../../../../shared/ui/search-box.tsx";
import "./pick-many.css";

export interface Pick {
  id: string;
  label: string;
  /** Second line while it is looked for. */
  hint?: string;
  /** What it is found by; label and hint by default. */
  words?: string;
}

interface PickManyProps {
  label: string;
  search: string;
  options: readonly Pick[];
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** Searching is done elsewhere: given, every option fits. */
  onSearch?: (text: string) => void;
  error?: string | null;
  hint?: string;
  disabled?: boolean;
}

const SHOWN_AT_MOST = 8;

/** Some of many: those chosen as words with ×, the others by typing. */
export function PickMany(props: PickManyProps) {
  const { label, search, options, value, onChange, onSearch, error, hint, disabled = false } = props;
  const { t } = useTranslation();
  const id = useId();
  const [query, setQuery] = useState("");
  const chosen = value.map((one) => options.find((option) => option.id === one) ?? { id: one, label: "…" });
  const found = query.trim()
    ? options
        .filter((option) => !value.includes(option.id))
        .filter(
          (option) => onSearch || matchesWords(option.words ?? `${option.label} ${option.hint ?? ""}`, query),
        )
        .slice(0, SHOWN_AT_MOST)
    : [];
  const type = (text: string): void => {
    setQuery(text);
    onSearch?.(text);
  };
  return (
    <fieldset
      className="field pick-many"
      disabled={disabled}
      aria-describedby={error ? `${id}-error` : undefined}
    >
      <legend className="lab">{label}</legend>
      {chosen.length > 0 && (
        <ul className="pick-chosen">
          {chosen.map((option) => (
            <li key={option.id}>
              <span className="el" title={option.label}>
                {option.label}
              </span>
              <button
                type="button"
                aria-label={t("admin.takeOut", { name: option.label })}
                onClick={() => onChange(value.filter((one) => one !== option.id))}
              >
                <Glyph icon={IconX} size={14} />
              </button>
            </li>
          ))}
        </ul>
      )}
      <SearchBox
        label={search}
        value={query}
        onChange={type}
        onKeyDown={(event) => {
          if (event.key !== "Enter") return;
          event.preventDefault();
          const [first] = found;
          if (first) {
            onChange([...value, first.id]);
            type("");
          }
        }}
      />
      {query.trim() !== "" && (
        <ul className="pick-found" aria-label={t("admin.found")}>
          {found.map((option) => (
            <li key={option.id}>
              <button
                type="button"
                className="found-row"
                onClick={() => {
                  onChange([...value, option.id]);
                  type("");
                }}
              >
                {option.label}
                {option.hint && <span className="sm">{option.hint}</span>}
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="sm mut">{t("admin.noneFoundShort")}</li>}
        </ul>
      )}
      {hint && <span className="field-hint">{hint}</span>}
      {error && (
        <span className="field-error" id={`${id}-error`}>
          {error}
        </span>
      )}
    </fieldset>
  );
}
