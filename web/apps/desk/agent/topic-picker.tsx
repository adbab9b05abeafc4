import { IconX } from "@tabler/icons-react";
import { useState } from "react";
import { matchesWords } from "../../../shared/format/fold-text.ts";
import { useTranslation } from "../../../shared/i18n/use-translation.ts";
import { IconButton } from "../../../shared/ui/icon-button.tsx";
import { SearchBox } from "../../../shared/ui/search-box.tsx";
import { Tree } from "../../../shared/ui/tree.tsx";
import { likelyTopics, noteTopic } from "./likely-topics.ts";
import { type TopicNode, useTopics } from "./use-topics.ts";
import "./topic-picker.css";

interface TopicPickerProps {
  /** The organism of the contact: its topics come first. */
  tenantId: string;
  value: string | null;
  onChange: (topicId: string | null) => void;
  error?: string | null;
}

const FOUND_AT_MOST = 12;

/** Whose own name says it comes before those that only their path or an alias finds. */
const named = (topic: TopicNode, query: string): number => (matchesWords(topic.label, query) ? 1 : 0);

/** The topic by typing some words of its path, by the ones I use most, or by walking the tree. */
export function TopicPicker({ tenantId, value, onChange, error }: TopicPickerProps) {
  const { t } = useTranslation();
  const topics = useTopics();
  const [query, setQuery] = useState("");
  const chosen = topics.find((topic) => topic.id === value);
  const parents = new Set(topics.map((topic) => topic.parentId));
  const leaves = topics.filter((topic) => !parents.has(topic.id));
  const own = (topic: TopicNode): number => (topic.tenantId === tenantId ? 0 : 1);
  const found = query.trim()
    ? leaves
        .filter((topic) => matchesWords(topic.words, query))
        .sort((a, b) => own(a) - own(b) || named(b, query) - named(a, query))
        .slice(0, FOUND_AT_MOST)
    : [];
  const choose = (topic: TopicNode): void => {
    noteTopic(topic.id);
    setQuery("");
    onChange(topic.id);
  };
  if (chosen) {
    return (
      <div className="field">
        <span className="lab">{t("agentDesk.topic.label")}</span>
        <div className="topic-chosen">
          <span className="el" title={chosen.path.join(" › ")}>
            {chosen.path.join(" › ")}
          </span>
          <IconButton
            label={t("agentDesk.topic.change")}
            icon={IconX}
            size="tiny"
            glyphSize={14}
            onClick={() => onChange(null)}
          />
        </div>
      </div>
    );
  }
  return (
    <div className="field">
      <span className="lab">{t("agentDesk.topic.label")}</span>
      <SearchBox label={t("agentDesk.topic.search")} value={query} onChange={setQuery} />
      {error && <span className="field-error">{error}</span>}
      {query.trim() ? (
        <ul className="topic-list" aria-label={t("agentDesk.topic.found")}>
          {found.map((topic) => (
            <li key={topic.id}>
              <button type="button" className="found-row" onClick={() => choose(topic)}>
                {topic.label}
                <span className="sm">{topic.path.slice(0, -1).join(" › ")}</span>
              </button>
            </li>
          ))}
          {found.length === 0 && <li className="sm mut">{t("agentDesk.topic.none")}</li>}
        </ul>
      ) : (
        <>
          <div className="topic-likely">
            {likelyTopics(leaves).map((topic) => (
              <button
                key={topic.id}
                type="button"
                className="btn btn-small"
                title={topic.path.join(" › ")}
                onClick={() => choose(topic)}
              >
                {topic.label}
              </button>
            ))}
          </div>
          <div className="topic-list">
            <Tree label={t("agentDesk.topic.tree")} nodes={topics} selectedId={value} onSelect={choose} />
          </div>
        </>
      )}
    </div>
  );
}
