/** Never kept: what proves the form, and where somebody is. */
const NOT_KEPT = new Set(["token", "service_code", "lat", "long", "website"]);

/** Words typed on a telephone survive a closed page, for this visit only; a sent form forgets them. */
export function keepDraft(form: HTMLFormElement): void {
  const name = `vera-portal-${form.dataset["keep"] ?? ""}`;
  const fields = (): (HTMLInputElement | HTMLTextAreaElement)[] =>
    [...form.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input[name], textarea[name]")].filter(
      (field) => !NOT_KEPT.has(field.name),
    );
  const kept = JSON.parse(sessionStorage.getItem(name) ?? "{}") as Record<string, string>;
  for (const field of fields()) field.value ||= kept[field.name] ?? "";
  form.addEventListener("input", () => {
    const now = Object.fromEntries(fields().map((field) => [field.name, field.value]));
    sessionStorage.setItem(name, JSON.stringify(now));
  });
  form.addEventListener("submit", () => sessionStorage.removeItem(name));
}
