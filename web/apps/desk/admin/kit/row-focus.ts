/** `j` and `k`: the focus goes to the row below or above; from outside the list, to its first. */
export function moveRowFocus(list: HTMLElement | null, step: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>(".row-open, [role=treeitem]") ?? [])];
  const at = rows.indexOf(document.activeElement as HTMLElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + step))]?.focus();
}
