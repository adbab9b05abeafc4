/** `27990142071` → `27-99014207-1`; anything else unchanged. */
export function formatCuil(raw: string): string {
  const digits = raw.replace(/\D/g, "");
  return digits.length === 11 ? `${digits.slice(0, 2)}-${digits.slice(2, 10)}-${digits.slice(10)}` : raw;
}

/** `99014207` → `99.014.207`. */
export function formatDni(raw: string): string {
  const digits = raw.replace(/\D/g, "");
  return digits.length >= 7 && digits.length <= 8 ? digits.replace(/\B(?=(\d{3})+$)/g, ".") : raw;
}

/** Two letters for the round mark of a person: first of the first and of the last word. */
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toUpperCase();
}
