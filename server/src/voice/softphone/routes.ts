import { SoftphoneCredentials } from "@vera/contracts/voice";
import { DomainError, type Http } from "../../platform/index.ts";
import type { SoftphonePhones } from "./phones.ts";

export function softphoneRoutes(http: Http, phones: SoftphonePhones): void {
  http.route({
    method: "POST",
    url: "/api/v1/softphone",
    permission: "signed-in",
    summary: "A telephone for this login: credentials that die with it",
    tags: ["voice"],
    response: SoftphoneCredentials,
    handler: async (_ctx, { principal }) => {
      const { userId, actor } = principal;
      if (!userId || actor.kind !== "user") {
        throw new DomainError("forbidden", "Only a person has a telephone", { key: "forbidden" });
      }
      return await phones.provision({ userId, sessionId: actor.sessionId, displayName: actor.name });
    },
  });
}
