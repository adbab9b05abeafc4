import { createRoot } from "react-dom/client";
import { startTexts } from "../../shared/i18n/i18n.ts";
import { applyTheme } from "../../shared/theme/theme.ts";
import { DeskApp } from "./desk-app.tsx";
import { browserServices } from "./session/services.ts";
import "@fontsource-variable/archivo/standard.css";
import "../../shared/css/tokens.css";
import "../../shared/css/base.css";
import "../../shared/css/lists.css";

async function start(): Promise<void> {
  applyTheme();
  await startTexts();
  const root = document.getElementById("desk");
  if (root) createRoot(root).render(<DeskApp services={browserServices} />);
}

void start();
