import { Settings } from "./config.ts";

/** docs/operations/configuration.md, from the schema that reads the environment. */
export function configurationPage(): string {
  const rows = Object.entries(Settings.properties).map(([name, schema]) => {
    const { description = "", default: otherwise } = schema as { description?: string; default?: string };
    return `| \`${name}\` | ${otherwise === undefined ? "–" : `\`${otherwise}\``} | ${description} |`;
  });
  return [
    "# Configuration",
    "",
    "Environment variables, read once at the start; a wrong or unknown one stops it with a message. Printed from",
    "`server/src/platform/config.ts` by `node scripts/write-configuration-page.ts`; do not edit by hand.",
    "The command line (`./vera start --help`) wins over the environment.",
    "",
    "| variable | default | meaning |",
    "|---|---|---|",
    ...rows,
    "",
  ].join("\n");
}
