import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { configurationPage } from "../server/src/platform/configuration-page.ts";

writeFileSync(join(import.meta.dirname, "../docs/operations/configuration.md"), configurationPage());
