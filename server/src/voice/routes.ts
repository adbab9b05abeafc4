import type { Http } from "../platform/index.ts";
import { callRoutes } from "./calls/routes.ts";
import { recordingRoutes } from "./recordings/routes.ts";
import type { SoftphonePhones } from "./softphone/phones.ts";
import { softphoneRoutes } from "./softphone/routes.ts";
import { supervisionRoutes } from "./supervision/routes.ts";
import { transferRoutes } from "./transfers/routes.ts";
import type { Voice } from "./voice.ts";

export function routes(http: Http, { voice, browsers }: { voice: Voice; browsers: SoftphonePhones }): void {
  callRoutes(http, voice);
  transferRoutes(http, voice);
  supervisionRoutes(http, voice);
  recordingRoutes(http);
  softphoneRoutes(http, browsers);
}
