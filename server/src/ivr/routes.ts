import type { Http } from "../platform/index.ts";
import { entryPointRoutes } from "./entry-points/routes.ts";
import type { Publishing } from "./flows/publish-flow.ts";
import { flowRoutes } from "./flows/routes.ts";
import { versionRoutes } from "./flows/version-routes.ts";
import { promptRoutes } from "./prompts/routes.ts";
import type { VoicedSounds } from "./speech/voiced-sounds.ts";
import { voicemailRoutes } from "./voicemail/routes.ts";

export function ivrRoutes(http: Http, parts: { publishing: Publishing; sounds: VoicedSounds }): void {
  flowRoutes(http, parts.publishing);
  versionRoutes(http, parts.publishing);
  promptRoutes(http, parts.sounds);
  entryPointRoutes(http);
  voicemailRoutes(http);
}
