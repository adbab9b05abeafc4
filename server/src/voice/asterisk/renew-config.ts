import { AriError } from "../ari/ari-error.ts";
import type { SavedInstance } from "./saved-instance.ts";
import { handOver } from "./service-folder.ts";
import { ARI_USER, type ConfigOptions, writeConfig } from "./write-config.ts";

/** What a reload of the dialplan takes over without touching a call; all else waits for the next start of Asterisk. */
const RELOADED = "pbx_config.so";
const TIMEOUT_MS = 5_000;

/** Whether a restart would cut anybody off. */
export async function hasCalls(saved: SavedInstance): Promise<boolean> {
  const channels = (await ask(saved, { method: "GET", path: "channels" })) as unknown[];
  return channels.length > 0;
}

/** An adopted Asterisk has calls and an older release's configuration: the files are ours anew, the dialplan is read at once. */
export async function renewConfig(
  saved: SavedInstance,
  options: Omit<ConfigOptions, "sipPort" | "httpPort" | "managerPort" | "ariPassword" | "managerSecret">,
): Promise<void> {
  const { sipPort, httpPort, managerPort, ariPassword, managerSecret } = saved;
  await writeConfig({ ...options, sipPort, httpPort, managerPort, ariPassword, managerSecret });
  await handOver(options.directory);
  await ask(saved, { method: "PUT", path: `asterisk/modules/${RELOADED}` });
}

/** Before any client of ours is connected. */
async function ask(
  { httpPort, ariPassword }: SavedInstance,
  { method, path }: { method: "GET" | "PUT"; path: string },
): Promise<unknown> {
  const credentials = Buffer.from(`${ARI_USER}:${ariPassword}`).toString("base64");
  const reply = await fetch(`http://127.0.0.1:${httpPort}/ari/${path}`, {
    method,
    headers: { authorization: `Basic ${credentials}` },
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  const text = await reply.text();
  if (!reply.ok) throw new AriError(`${method} /${path}`, reply.status, text);
  return text === "" ? undefined : JSON.parse(text);
}
