import { IconSearch, IconX } from "@tabler/icons-react";
import { type InputHTMLAttributes, useRef } from "react";
import { useTranslation } from "../i18n/use-translation.ts";
import { useKey } from "../keys/use-key.ts";
import { Glyph } from "./glyph.tsx";
import { IconButton } from "./icon-button.tsx";
import "./search-box.css";

interface SearchBoxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "onChange" | "value"> {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** The search of the page's list: "/" goes here. */
  forList?: boolean;
}

export function SearchBox({ label, value, onChange, placeholder, forList = false, ...rest }: SearchBoxProps) {
  const { t } = useTranslation();
  const input = useRef<HTMLInputElement>(null);
  useKey("searchList", forList ? () => input.current?.focus() : null);
  return (
    <div className="search">
      <Glyph icon={IconSearch} />
      <input
        ref={input}
        type="search"
        autoComplete="off"
        spellCheck={false}
        {...rest}
        aria-label={label}
        placeholder={placeholder ?? label}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      {value !== "" && (
        <IconButton
          label={t("ui.clear")}
          icon={IconX}
          size="tiny"
          glyphSize={14}
          onClick={() => onChange("")}
        />
      )}
    </div>
  );
}
