import type { TopicList } from "@vera/contracts/tenants";
import { get } from "./request.ts";

/** The topic tree of an organism and of those below it, or of all that I may see. */
export async function listTopics(tenantId?: string): Promise<TopicList> {
  return get("/topics", { query: { tenantId } });
}
