import { IconBook, IconCornerDownLeft, IconPhoneOutgoing, IconTicket, IconUser } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { type KeyboardEvent, useId, useState } from "react";
import { useLocation } from "wouter";
import { searchEverything } from "../../../shared/api/search.ts";
import { matchesWords } from "../../../shared/format/fold-text.ts";
import { formatPhone } from "../../../shared/format/phone.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { Dialog } from "../../../shared/ui/dialog.tsx";
import { Glyph, type GlyphIcon } from "../../../shared/ui/glyph.tsx";
import { SearchBox } from "../../../shared/ui/search-box.tsx";
import { useSettled } from "../../../shared/ui/use-settled.ts";
import { dialable } from "../phone/dialable.ts";
import { useMe } from "../session/me-context.ts";
import type { Section } from "./sections.ts";
import "./search-palette.css";

interface Found {
  /** What Enter does; it goes to `href` when there is nothing else to do. */
  act?: () => void;
  id: string;
  icon: GlyphIcon;
  label: string;
  second: string;
  href: string;
}

interface SearchPaletteProps {
  sections: readonly Section[];
  /** Null for who may not call. */
  dial: ((number: string) => void) | null;
  onClose: () => void;
}

/** One box for a person, a ticket, an article, a number to call or a place of the desk; arrows and Enter. */
export function SearchPalette({ sections, dial, onClose }: SearchPaletteProps) {
  const { t } = useTranslation();
  const { can } = useMe();
  const [, go] = useLocation();
  const id = useId();
  const [query, setQuery] = useState("");
  const [at, setAt] = useState(0);
  const q = useSettled(query.trim());
  const results = useQuery({
    queryKey: ["search", q],
    queryFn: ({ signal }) =>
      searchEverything(
        q,
        { citizens: can("citizen.read"), tickets: can("ticket.read"), articles: can("article.read") },
        signal,
      ),
    enabled: q.length >= 3,
  });
  const places = sections.filter((section) => matchesWords(t(`shell.section.${section.id}`), query));
  const number = dialable(query);
  const found: Found[] = [
    ...(dial && number !== null
      ? [
          {
            id: "dial",
            icon: IconPhoneOutgoing,
            label: t("shell.palette.dial", { number: formatPhone(number) }),
            second: "",
            href: "/",
            act: () => dial(number),
          },
        ]
      : []),
    ...places.map((section) => ({
      id: section.id,
      icon: section.icon,
      label: t(`shell.section.${section.id}`),
      second: t("shell.palette.place"),
      href: section.path,
    })),
    ...(q.length >= 3 ? (results.data ?? []) : []).map((hit) => ({
      id: hit.id,
      icon: { citizen: IconUser, ticket: IconTicket, article: IconBook }[hit.kind],
      label: hit.label,
      second: [t(`shell.palette.${hit.kind}`), hit.hint].filter(Boolean).join(" · "),
      href: hit.href,
    })),
  ];
  const open = (hit: Found | undefined): void => {
    if (!hit) return;
    onClose();
    if (hit.act) hit.act();
    else go(hit.href);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) {
      event.preventDefault();
      setAt((at + step + found.length) % found.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      open(found[at]);
    }
  };
  return (
    <Dialog title={t("shell.palette.title")} onClose={onClose}>
      <search className="stack" onKeyDown={onKeyDown}>
        <SearchBox
          label={t("shell.search")}
          value={query}
          onChange={(text) => {
            setQuery(text);
            setAt(0);
          }}
          autoFocus
          role="combobox"
          aria-expanded={found.length > 0}
          aria-controls={`${id}-list`}
          aria-activedescendant={found[at] ? `${id}-${at}` : undefined}
        />
        <div className="palette" role="listbox" id={`${id}-list`} aria-label={t("shell.palette.results")}>
          {found.map((hit, index) => (
            <div
              key={hit.id}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              className="palette-row"
              onClick={() => open(hit)}
              onPointerMove={() => setAt(index)}
              onKeyDown={() => undefined}
            >
              <Glyph icon={hit.icon} size={18} />
              <span className="el">
                {hit.label} <span className="sm dim">{hit.second}</span>
              </span>
              {index === at && <Glyph icon={IconCornerDownLeft} size={14} />}
            </div>
          ))}
        </div>
        <p className="sm mut" role="status">
          {q.length >= 3 && !results.isFetching && found.length === 0
            ? t("shell.palette.nothing")
            : t("shell.palette.hint")}
        </p>
      </search>
    </Dialog>
  );
}
