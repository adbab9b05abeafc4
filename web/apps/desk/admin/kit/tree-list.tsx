import { IconPlus } from "@tabler/icons-react";
import { type ReactNode, useEffect, useMemo, useRef, useState } from "react";
import { matchesWords } from "../../../../shared/format/fold-text.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { useKey } from "../../../../shared/keys/use-key.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { EmptyState } from "../../../../shared/ui/empty-state.tsx";
import { ProblemNote } from "../../../../shared/ui/problem-note.tsx";
import { SearchBox } from "../../../../shared/ui/search-box.tsx";
import { Skeleton } from "../../../../shared/ui/skeleton.tsx";
import { Tree } from "../../../../shared/ui/tree.tsx";
import type { TreeNode } from "../../../../shared/ui/tree-rows.ts";
import type { ListSource } from "./resource-list.tsx";
import { moveRowFocus } from "./row-focus.ts";
import "./resource-list.css";

interface TreeListProps<Node extends TreeNode> {
  title: string;
  about?: string;
  source: ListSource<Node>;
  /** What is searched besides the label: a code, a path. */
  searched: (node: Node) => string;
  /** Second line of a found one. */
  hint: (node: Node) => string;
  selectedId: string | null;
  onSelect: (id: string) => void;
  filters?: ReactNode;
  empty: string;
  add: { label: string; onPick: () => void } | null;
}

const FOUND_AT_MOST = 100;

/** A tree beside its drawer; while something is searched, the matches as a list. */
export function TreeList<Node extends TreeNode>(props: TreeListProps<Node>) {
  const { title, about, source, searched, hint, selectedId, onSelect, filters, empty, add } = props;
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const box = useRef<HTMLDivElement>(null);
  useKey("searchList", () => box.current?.querySelector<HTMLInputElement>("input[type=search]")?.focus());
  useKey("down", () => moveRowFocus(box.current, 1));
  useKey("up", () => moveRowFocus(box.current, -1));
  useEffect(() => {
    document.title = t("admin.pageTitle", { title });
  }, [t, title]);
  const nodes = source.rows ?? [];
  const found = query.trim()
    ? nodes.filter((node) => matchesWords(`${node.label} ${searched(node)}`, query)).slice(0, FOUND_AT_MOST)
    : null;
  return (
    <div className="resource" ref={box}>
      <header className="resource-head">
        <h1>{title}</h1>
        <span className="sm mut" role="status">
          {source.rows && t("admin.count", { count: found?.length ?? nodes.length })}
        </span>
        <span className="sp" />
        {add && (
          <Button variant="primary" icon={IconPlus} onClick={add.onPick}>
            {add.label}
          </Button>
        )}
      </header>
      {about && <p className="resource-about">{about}</p>}
      <div className="resource-tools">
        <SearchBox label={t("admin.search")} value={query} onChange={setQuery} />
        {filters}
      </div>
      {source.error ? (
        <div className="resource-note">
          <ProblemNote error={source.error} onRetry={source.retry} />
        </div>
      ) : null}
      {!source.rows && !source.error && <Skeleton lines={8} />}
      {source.rows && nodes.length === 0 && <EmptyState>{empty}</EmptyState>}
      {found?.length === 0 && nodes.length > 0 && <EmptyState>{t("admin.noneFound")}</EmptyState>}
      <div className="tree-scroll">
        {found ? (
          <FoundNodes found={found} hint={hint} selectedId={selectedId} onSelect={onSelect} />
        ) : (
          nodes.length > 0 && <OpenTree {...{ title, nodes, selectedId, onSelect }} />
        )}
      </div>
    </div>
  );
}

interface FoundNodesProps<Node extends TreeNode> {
  found: readonly Node[];
  hint: (node: Node) => string;
  selectedId: string | null;
  onSelect: (id: string) => void;
}

function FoundNodes<Node extends TreeNode>({ found, hint, selectedId, onSelect }: FoundNodesProps<Node>) {
  const { t } = useTranslation();
  return (
    <ul aria-label={t("admin.found")}>
      {found.map((node) => (
        <li key={node.id}>
          <button
            type="button"
            className="found-row row-open"
            aria-current={node.id === selectedId || undefined}
            onClick={() => onSelect(node.id)}
          >
            {node.label}
            <span className="sm">{hint(node)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface OpenTreeProps<Node extends TreeNode> {
  title: string;
  nodes: readonly Node[];
  selectedId: string | null;
  onSelect: (id: string) => void;
}

/** Drawn anew when the tree is another one: it then opens the way to what is selected. */
function OpenTree<Node extends TreeNode>({ title, nodes, selectedId, onSelect }: OpenTreeProps<Node>) {
  const shape = useMemo(() => nodes.map(({ id, parentId }) => `${id}${parentId}`).join(), [nodes]);
  return (
    <Tree
      key={shape}
      label={title}
      nodes={nodes}
      selectedId={selectedId}
      onSelect={(node) => onSelect(node.id)}
      branchesToo
    />
  );
}
