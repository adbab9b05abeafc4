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
    acceptOffer: (offer) => refusable(() => router.accept(offer)),
    ringFailed: async ({ offerId, agentId, why }) => {
      if (why === "device") await router.ringFailed(offerId);
      else await refusable(() => router.decline({ offerId, agentId }));
    },
    connected: (contact) => router.connected(contact),
    contactStarted: ({ kind, ...contact }) =>
      router.contactStarted({ ...contact, channel: "voice", contactKind: kind }),
    contactEnded: (contact) => router.contactEnded(contact),
    queueName: async ({ queueId }) => {
      const name = router.live.settings.queues.get(queueId)?.name;
      if (name === undefined)
        throw new DomainError("not-found", `There is no queue ${queueId}`, { key: "queueNotFound" });
      return name;
    },
    agentName: (agentId) => names(platform, agentId),
    queue,
  };
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
