export const THEMES = ["auto", "light", "dark"] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ["comfortable", "compact"] as const;
export type Density = (typeof DENSITIES)[number];

const THEME_STORE = "vera.theme";
const DENSITY_STORE = "vera.density";
const listeners = new Set<() => void>();

export function currentTheme(): Theme {
  return THEMES.find((theme) => theme === stored(THEME_STORE)) ?? "auto";
}

export function currentDensity(): Density {
  return DENSITIES.find((density) => density === stored(DENSITY_STORE)) ?? "comfortable";
}

export function setTheme(theme: Theme): void {
  store(THEME_STORE, theme);
  applyTheme();
}

export function setDensity(density: Density): void {
  store(DENSITY_STORE, density);
  applyTheme();
}

/** "auto" leaves the choice to the system: `color-scheme: light dark` and `light-dark()` do the rest. */
export function applyTheme(): void {
  const root = document.documentElement;
  const theme = currentTheme();
  if (theme === "auto") root.removeAttribute("data-theme");
  else root.dataset["theme"] = theme;
  root.dataset["density"] = currentDensity();
  for (const listener of listeners) listener();
}

export function listenTheme(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, value: string): void {
  try {
    localStorage.setItem(key, value);
  } catch {
    // A private window may refuse storage; the page then follows the system.
  }
}
