import { sessionEnded } from "../identity/index.ts";
import type { Ivr } from "../ivr/index.ts";
import {
  asSystem,
  type CitizenId,
  type Http,
  type InteractionId,
  type OfferId,
  type Platform,
  type QueueId,
  type TenantId,
  type UserId,
} from "../platform/index.ts";
import { type MadeOffer, offerEnded, type QueueDoor, type Router, readCallback } from "../routing/index.ts";
import {
  type AgentPhones,
  type AsteriskInstance,
  createVoice,
  startTrunks,
  trunkRoutes,
  type VoiceService,
} from "../voice/index.ts";
import type { Closers } from "./closers.ts";
import type { VeraOptions } from "./options.ts";
import { joinVoicePorts } from "./voice-ports.ts";

interface Parts {
  readonly options: VeraOptions;
  readonly asterisk: AsteriskInstance;
  readonly router: Router;
  readonly queue: QueueDoor;
  readonly ivr: Ivr;
  readonly http: Http;
  readonly closers: Closers;
  /** Hardware telephones in place of the browsers': for bench/ring.ts. */
  readonly phones?: AgentPhones | undefined;
}

/** The telephone engine joined to flows and to the ACD: from here on calls are taken. */
export async function joinTelephones(platform: Platform, parts: Parts): Promise<VoiceService> {
  const { asterisk, router, queue, ivr, http, closers, options } = parts;
  const trunks = await startTrunks({ platform, connection: asterisk.ari, log: platform.log });
  closers.add(() => trunks.close());
  const voice = await createVoice(platform, {
    asterisk,
    ports: joinVoicePorts({ platform, router, queue, ivr }),
    outbound: trunks.outbound,
    restSockets: options.configuration.ariRestSockets,
    ...(parts.phones && { phones: parts.phones }),
    onPhone: (agentId) => router.telephones.changed(agentId),
  });
  closers.add(() => voice.close());
  await router.telephones.follow((agentId) => voice.isPhoneRegistered(agentId));
  trunkRoutes(http, trunks);
  voice.routes(http);
  for (const stop of [tellOffers(platform, voice, router), tellSessions(platform, voice)]) closers.add(stop);
  return voice;
}

/** The router's offers ring telephones while they are being written; answered they are once they are durable. */
function tellOffers(platform: Platform, voice: VoiceService, router: Router): () => void {
  const rings = ({ channel, contactKind }: MadeOffer): boolean =>
    channel === "voice" && contactKind === "incoming";
  const stopMade = router.offers.listen({
    made: (offer) => {
      if (rings(offer)) voice.offerMade(offerOf(offer, router));
    },
    lost: (offer) => {
      if (rings(offer)) voice.offerEnded(offerOf(offer, router));
    },
  });
  const stopEnded = platform.events.listen(offerEnded, ({ data }) => {
    if (data.channel !== "voice" || data.contactKind !== "incoming") return;
    const offer = {
      offerId: data.offerId as OfferId,
      interactionId: data.interactionId as InteractionId,
      agentId: data.agentId as UserId,
    };
    if (data.outcome === "accepted") voice.offerAccepted(offer);
    else voice.offerEnded(offer);
  });
  const stopCallbacks = tellCallbacks(platform, voice);
  return () => {
    stopMade();
    stopEnded();
    stopCallbacks();
  };
}

function offerOf(made: MadeOffer, router: Router): Parameters<VoiceService["offerMade"]>[0] {
  return {
    offerId: made.offerId as OfferId,
    interactionId: made.interactionId as InteractionId,
    agentId: made.agentId as UserId,
    queueId: made.queueId as QueueId,
    queueName: router.live.settings.queues.get(made.queueId)?.name ?? null,
    waitingSince: new Date(made.enqueuedAt),
    expiresAt: new Date(made.expiresAt),
  };
}

/** An agent took a callback: the person is dialled. */
function tellCallbacks(platform: Platform, voice: VoiceService): () => void {
  return platform.events.listen(offerEnded, ({ data }) => {
    const { callbackId, agentId, interactionId } = data;
    if (data.channel !== "voice" || callbackId === null || data.outcome !== "accepted") return;
    asSystem(platform, "voice", (ctx) => readCallback(ctx, callbackId))
      .then((callback) =>
        voice.callbackAccepted({
          interactionId: interactionId as InteractionId,
          agentId: agentId as UserId,
          tenantId: callback.tenantId as TenantId,
          queueId: callback.queueId as QueueId,
          queueName: callback.queueName,
          number: callback.phone,
          citizenId: callback.citizenId as CitizenId | null,
        }),
      )
      .catch((error: unknown) =>
        platform.log.error({ err: error, callbackId }, "a callback was not dialled"),
      );
  });
}

function tellSessions(platform: Platform, voice: VoiceService): () => void {
  return platform.events.listen(sessionEnded, ({ data }) => voice.sessionEnded(data.sessionId));
}
