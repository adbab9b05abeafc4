import { IconChevronRight } from "@tabler/icons-react";
import { type CSSProperties, type KeyboardEvent, useMemo, useRef, useState } from "react";
import { Glyph } from "./glyph.tsx";
import { type TreeNode, type TreeRow, treeKey, typeAhead, visibleRows } from "./tree-rows.ts";
import "./tree.css";

interface TreeProps<Node extends TreeNode> {
  label: string;
  nodes: readonly Node[];
  selectedId: string | null;
  onSelect: (node: Node) => void;
  /** Branches that may be chosen themselves; by default only leaves are. */
  branchesToo?: boolean;
}

const TYPING_PAUSE_MS = 800;

/** A tree with one tab stop: arrows move, open and close; letters jump; Enter or space chooses. */
export function Tree<Node extends TreeNode>(props: TreeProps<Node>) {
  const { label, nodes, selectedId, onSelect, branchesToo = false } = props;
  const [open, setOpen] = useState<ReadonlySet<string>>(() => pathTo(nodes, selectedId));
  const [activeId, setActiveId] = useState<string | null>(selectedId);
  const list = useRef<HTMLDivElement>(null);
  const typed = useRef({ text: "", at: 0 });
  const rows = useMemo(() => visibleRows(nodes, open), [nodes, open]);
  const activeAt = Math.max(
    0,
    rows.findIndex((row) => row.node.id === activeId),
  );

  const toggle = (id: string): void => {
    const next = new Set(open);
    if (!next.delete(id)) next.add(id);
    setOpen(next);
  };
  const focusRow = (index: number): void => {
    const row = rows[index];
    if (!row) return;
    setActiveId(row.node.id);
    list.current?.querySelectorAll<HTMLElement>("[role=treeitem]")[index]?.focus();
  };
  const choose = (row: TreeRow<Node>): void => {
    setActiveId(row.node.id);
    if (row.hasChildren) toggle(row.node.id);
    if (!row.hasChildren || branchesToo) onSelect(row.node);
  };
  const move = (event: KeyboardEvent): boolean => {
    const step = treeKey(rows, activeAt, event.key);
    if (step?.toggle) toggle(step.toggle);
    if (step?.focus !== undefined) focusRow(step.focus);
    return step !== null;
  };
  const jump = (event: KeyboardEvent): void => {
    if (event.key.length !== 1) return;
    const fresh = event.timeStamp - typed.current.at > TYPING_PAUSE_MS;
    typed.current = { text: (fresh ? "" : typed.current.text) + event.key, at: event.timeStamp };
    const found = typeAhead(rows, activeAt, typed.current.text);
    if (found !== null) focusRow(found);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const row = rows[activeAt];
    const pressed = event.key === "Enter" || event.key === " ";
    if (pressed && row) choose(row);
    if (pressed || move(event)) event.preventDefault();
    else jump(event);
  };

  return (
    <div role="tree" aria-label={label} className="tree" ref={list} onKeyDown={onKeyDown}>
      {rows.map((row, index) => (
        // The tree itself takes the keys for all its items (WAI-ARIA tree view).
        // biome-ignore lint/a11y/useKeyWithClickEvents: one key handler on the tree
        <div
          key={row.node.id}
          role="treeitem"
          aria-level={row.level}
          aria-expanded={row.hasChildren ? row.open : undefined}
          aria-selected={row.node.id === selectedId}
          tabIndex={index === activeAt ? 0 : -1}
          className="tree-row"
          style={{ "--level": row.level } as CSSProperties}
          onClick={() => choose(row)}
        >
          {row.hasChildren ? <Glyph icon={IconChevronRight} /> : <span className="tree-gap" />}
          <span className="el">{row.node.label}</span>
        </div>
      ))}
    </div>
  );
}

function pathTo<Node extends TreeNode>(nodes: readonly Node[], id: string | null): ReadonlySet<string> {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const open = new Set<string>();
  let parent = id === null ? null : (byId.get(id)?.parentId ?? null);
  while (parent !== null && !open.has(parent)) {
    open.add(parent);
    parent = byId.get(parent)?.parentId ?? null;
  }
  return open;
}
