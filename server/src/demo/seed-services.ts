import { addService } from "../open311/index.ts";
import type { Context } from "../platform/index.ts";
import { SERVICES } from "./data/services.ts";
import { required, type SeededOrganisms } from "./seed-organisms.ts";

export async function seedServices(ctx: Context, { topics }: SeededOrganisms): Promise<void> {
  for (const { topic, keywords, attributes, ...service } of SERVICES) {
    const { id: topicId, tenantId } = required(topics, topic);
    await addService(ctx, {
      ...{ ...service, tenantId, topicId, ticketKind: "service-claim", kind: "realtime", active: true },
      keywords: [...keywords],
      attributes: [...attributes],
    });
  }
}
