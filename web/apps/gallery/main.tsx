import { createRoot } from "react-dom/client";
import { loadTexts, startTexts } from "../../shared/i18n/i18n.ts";
import { applyTheme } from "../../shared/theme/theme.ts";
import { DeskApp } from "../desk/desk-app.tsx";
import { ComponentsPage } from "./components-page.tsx";
import { installFakeApi } from "./fake-api.ts";
import { fakeServices } from "./fake-services.ts";
import { sceneNamed } from "./scenes.ts";
import "@fontsource-variable/archivo/standard.css";
import "../../shared/css/tokens.css";
import "../../shared/css/base.css";
import "../../shared/css/lists.css";

async function start(): Promise<void> {
  const asked = new URLSearchParams(location.search);
  const theme = asked.get("theme");
  if (theme) document.documentElement.dataset["theme"] = theme;
  else applyTheme();
  await startTexts();
  const element = document.getElementById("desk");
  if (!element) return;
  const root = createRoot(element);
  if (asked.get("scene") === "components") {
    await loadTexts("agent-desk");
    root.render(<ComponentsPage />);
    return;
  }
  const scene = sceneNamed(asked.get("scene") ?? "on-call");
  installFakeApi(scene);
  for (const [id, draft] of Object.entries(scene.drafts)) {
    sessionStorage.setItem(`vera.draft.${id}`, JSON.stringify(draft));
  }
  history.replaceState(null, "", scene.path);
  root.render(<DeskApp services={fakeServices(scene)} />);
}

void start();
