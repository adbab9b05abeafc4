import type { Ivr } from "../ivr/index.ts";
import { DomainError, type Platform } from "../platform/index.ts";
import type { QueueDoor, Router } from "../routing/index.ts";
import type { RoutingPort, VoicePorts } from "../voice/index.ts";
import { names } from "./agent-names.ts";

interface Joined {
  readonly platform: Platform;
  readonly router: Router;
  readonly queue: QueueDoor;
  readonly ivr: Ivr;
}

/** What the telephone asks of flows and of the ACD. */
export function joinVoicePorts({ platform, router, queue, ivr }: Joined): VoicePorts {
  return {
    flows: { entryPoint: ivr.entryPoint, run: ivr.run },
    routing: joinRouting(platform, router, queue),
  };
}

function joinRouting(platform: Platform, router: Router, queue: QueueDoor): RoutingPort {
  return {
    writesAfter: (written) => router.writesAfter(written),
    acceptOffer: (offer) => refusable(() => router.accept(offer)),
    ringFailed: async ({ offerId, agentId, why }) => {
      if (why === "device") await router.ringFailed(offerId);
      else await refusable(() => router.decline({ offerId, agentId }));
    },
    connected: (contact) => router.connected(contact),
    contactStarted: async ({ kind, ...contact }) => {
      mustServe(router, contact);
      await router.contactStarted({ ...contact, channel: "voice", contactKind: kind });
    },
    contactEnded: (contact) => router.contactEnded(contact),
    recorded: () => router.recorded(),
    queueName: async ({ queueId, tenantId }) => {
      const queue = router.live.settings.queues.get(queueId);
      // Another organism's queue would refuse the citizen after the agent has let go of them.
      if (!queue || queue.tenantId !== tenantId)
        throw new DomainError("not-found", `There is no queue ${queueId}`, { key: "queueNotFound" });
      return queue.name;
    },
    agentName: (agentId) => names(platform, agentId),
    queue,
  };
}

/** A citizen of one organism is never handed to an agent who may not handle its contacts. */
function mustServe(router: Router, { agentId, tenantId }: { agentId: string; tenantId: string }): void {
  const own = router.live.scopes.get(agentId);
  if (own && (own.tenants === null || own.tenants.some((id) => id === tenantId))) return;
  throw new DomainError("not-found", `No agent ${agentId} serves this organism`, { key: "agentNotFound" });
}

/** False where the router refused: somebody else was first, or it is over. */
async function refusable(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
