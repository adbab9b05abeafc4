import { DEMO_PASSWORD, MAIN_NUMBER, PEOPLE, seedDemo } from "../demo/index.ts";
import { firstStart, type Identity } from "../identity/index.ts";
import type { Platform } from "../platform/index.ts";
import type { ReadyLine, VeraOptions } from "./options.ts";

type People = Pick<ReadyLine, "number" | "apiKey" | "users">;

/** Who can sign in: the demo's people, or the first administrator with a one-time link. */
export async function people(
  platform: Platform,
  { options, url, identity }: { options: VeraOptions; url: string; identity: Identity },
): Promise<People> {
  if (options.demo) {
    const { apiKey } = await seedDemo(platform, { dataDir: options.dataDir, identity });
    // Until the trunk that was seeded is in Asterisk: who reads the ready line may dial at once.
    await platform.events.drained();
    const users = PEOPLE.map(({ username, role }) => ({ username, password: DEMO_PASSWORD, roles: [role] }));
    return { number: options.voice ? MAIN_NUMBER : null, apiKey, users };
  }
  const first = await firstStart(platform);
  if (!first) return { number: null, apiKey: null, users: [] };
  return {
    number: null,
    apiKey: null,
    users: [
      {
        username: first.username,
        password: `${options.configuration.publicUrl ?? url}${first.link.path}`,
        roles: ["platform-admin"],
      },
    ],
  };
}
