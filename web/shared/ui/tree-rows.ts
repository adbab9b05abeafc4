export interface TreeNode {
  id: string;
  parentId: string | null;
  label: string;
}

export interface TreeRow<Node extends TreeNode> {
  node: Node;
  /** From 1, as aria-level counts. */
  level: number;
  hasChildren: boolean;
  open: boolean;
}

/** The rows that are visible, in order: children only below an open parent. */
export function visibleRows<Node extends TreeNode>(
  nodes: readonly Node[],
  open: ReadonlySet<string>,
): TreeRow<Node>[] {
  const children = childrenOf(nodes);
  const rows: TreeRow<Node>[] = [];
  const walk = (parentId: string | null, level: number): void => {
    for (const node of children.get(parentId) ?? []) {
      const hasChildren = children.has(node.id);
      const isOpen = hasChildren && open.has(node.id);
      rows.push({ node, level, hasChildren, open: isOpen });
      if (isOpen) walk(node.id, level + 1);
    }
  };
  walk(null, 1);
  return rows;
}

/** A node whose parent is not in the list (another organism's) stands at the top instead of being lost. */
function childrenOf<Node extends TreeNode>(nodes: readonly Node[]): Map<string | null, Node[]> {
  const known = new Set(nodes.map((node) => node.id));
  const children = new Map<string | null, Node[]>();
  for (const node of nodes) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    const siblings = children.get(parent) ?? [];
    siblings.push(node);
    children.set(parent, siblings);
  }
  return children;
}

/** What an arrow key does in a tree (WAI-ARIA tree view): the row to focus, or a branch to open or close. */
export function treeKey<Node extends TreeNode>(
  rows: readonly TreeRow<Node>[],
  at: number,
  key: string,
): { focus?: number; toggle?: string } | null {
  const row = rows[at];
  if (!row) return null;
  const last = rows.length - 1;
  const focus = { ArrowDown: Math.min(at + 1, last), ArrowUp: Math.max(at - 1, 0), Home: 0, End: last }[key];
  if (focus !== undefined) return { focus };
  if (key === "ArrowRight") {
    if (row.hasChildren && !row.open) return { toggle: row.node.id };
    return row.open ? { focus: at + 1 } : {};
  }
  if (key === "ArrowLeft") {
    if (row.open) return { toggle: row.node.id };
    const parent = rows.findLastIndex((other, index) => index < at && other.level < row.level);
    return parent >= 0 ? { focus: parent } : {};
  }
  return null;
}

/** Type-ahead: the next row after `at` (round the end) that begins with the typed letters. */
export function typeAhead<Node extends TreeNode>(
  rows: readonly TreeRow<Node>[],
  at: number,
  typed: string,
): number | null {
  const wanted = typed.toLowerCase();
  for (let step = typed.length > 1 ? 0 : 1; step <= rows.length; step += 1) {
    const index = (at + step) % rows.length;
    if (rows[index]?.node.label.toLowerCase().startsWith(wanted)) return index;
  }
  return null;
}
