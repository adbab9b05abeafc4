import { interactionCitizenAssigned } from "../conversations/index.ts";
import type { CitizenId, Http, Platform, UserId } from "../platform/index.ts";
import { adoptCalls, reconcile } from "./adopt.ts";
import { type Ari, connectAri } from "./ari/connect-ari.ts";
import { GuesserBans } from "./asterisk/ban-guessers.ts";
import { connectRecordingControl } from "./asterisk/mute-recording.ts";
import type { AsteriskInstance } from "./asterisk/supervise.ts";
import { listenToAsterisk, phoneRegistered } from "./calls/ari-events.ts";
import { CallRegistry } from "./calls/call-registry.ts";
import { legEnded } from "./calls/leg-ended.ts";
import { LostBrowsers } from "./calls/lost-browser.ts";
import { type AcceptedCallback, placeCallback } from "./calls/place-callback.ts";
import { offerAccepted, offerEnded, ringAgent } from "./calls/ring-agent.ts";
import { callChanged, callsTopic, patch } from "./calls/screens.ts";
import { Playbacks } from "./flow-leg/playbacks.ts";
import type { Offer, VoicePorts } from "./ports.ts";
import { handleFinishRecording } from "./recordings/finish-recording.ts";
import { sweepRaw } from "./recordings/sweep-raw.ts";
import { routes } from "./routes.ts";
import { SoftphonePhones } from "./softphone/phones.ts";
import { SipProxy } from "./softphone/sip-proxy.ts";
import { makeSounds } from "./sounds.ts";
import { endSupervision } from "./supervision/supervise.ts";
import { SupervisionRegistry } from "./supervision/supervision-record.ts";
import { isTrustedAddress } from "./trunks/trusted-address.ts";
import type { AgentPhones, OutboundLines, Voice } from "./voice.ts";

export interface VoiceOptions {
  readonly ports: VoicePorts;
  readonly asterisk: AsteriskInstance;
  /** Built over the ARI connection of this voice. */
  readonly outbound: (ari: Ari) => OutboundLines;
  /** More sockets for requests under load; 0 is right below some 50 calls a second. */
  readonly restSockets?: number;
  /** Hardware telephones, for tests and benches; the browsers' otherwise. */
  readonly phones?: AgentPhones;
  /** A browser's telephone came or went; `isPhoneRegistered` says which. */
  readonly onPhone?: (agentId: UserId) => void;
}

/** The telephone of this process. */
export interface VoiceService {
  readonly ari: Ari;
  /** Whether the agent's telephone can ring now. */
  isPhoneRegistered(agentId: string): boolean;
  /** News of the router; processes/ hands them over as soon as they are durable. */
  offerMade(offer: Offer): void;
  offerAccepted(offer: Pick<Offer, "offerId" | "interactionId" | "agentId">): void;
  offerEnded(offer: Pick<Offer, "offerId" | "interactionId">): void;
  callbackAccepted(callback: AcceptedCallback): void;
  /** A login is over: its telephone stops working and its socket is cut. */
  sessionEnded(sessionId: string): void;
  routes(http: Http): void;
  /** Calls that live now. */
  readonly liveCalls: number;
  /** Lets go of Asterisk; every call goes on there and waits for the next process. */
  close(): Promise<void>;
}

/** Connects, adopts what goes on already, and takes calls from here on. */
export async function createVoice(platform: Platform, options: VoiceOptions): Promise<VoiceService> {
  const { asterisk } = options;
  const ari = await connectAri({
    ...asterisk.ari,
    log: platform.log,
    restSockets: options.restSockets ?? 0,
  });
  const browsers = new SoftphonePhones({ platform, ari, onChange: (userId, on) => phoneChanged(userId, on) });
  const recorder = connectRecordingControl(() => asterisk.manager);
  const proxy = new SipProxy({ target: () => asterisk.sipWebSocketUrl, log: platform.log });
  const voice: Voice = {
    platform,
    log: platform.log,
    ari,
    ports: options.ports,
    calls: new CallRegistry(),
    supervisions: new SupervisionRegistry(),
    phones: options.phones ?? browsers,
    recorder,
    outbound: options.outbound(ari),
    sounds: await makeSounds(`${asterisk.directory}/sounds`),
    spoolDirectory: `${asterisk.directory}/spool`,
    recordingsDirectory: asterisk.recordingsDirectory,
    playbacks: new Playbacks(ari),
    legEnded: (channelId, end) => legEnded(voice, channelId, end),
  };
  const logged = (what: string) => (err: unknown) => platform.log.error({ err }, what);
  const lostBrowsers = new LostBrowsers(voice);
  const bans = new GuesserBans({
    asterisk,
    ari,
    log: platform.log,
    now: () => platform.clock.monotonicMs(),
    isTrusted: (address) => isTrustedAddress(platform, address),
  });
  function phoneChanged(userId: UserId, registered: boolean): void {
    patch(voice, userId, ["phone"], { registered });
    options.onPhone?.(userId);
    if (registered) phoneRegistered(voice, userId);
    else lostBrowsers.suspect(userId);
  }
  voice.supervisions.onEnd(
    (record) => void endSupervision(voice, record).catch(logged("end of a supervision")),
  );
  handleFinishRecording(platform);
  callsTopic(voice);
  await browsers.adopt();
  const stopListening = listenToAsterisk(voice, ari);
  const adopted = await adoptCalls(voice);
  if (adopted.adopted + adopted.closed > 0) platform.log.info(adopted, "calls found after a restart");
  const stopSweeping = sweepRaw(voice);
  const stopCitizens = platform.events.listen(interactionCitizenAssigned, ({ data }) => {
    const call = voice.calls.byInteraction(data.interactionId);
    if (!call) return;
    call.citizenId = data.citizenId as CitizenId | null;
    callChanged(voice, call);
  });
  const stopWatching = watchEngine(voice, { asterisk, browsers });
  return {
    ari,
    isPhoneRegistered: (agentId) => voice.phones.isRegistered(agentId),
    offerMade: (offer) => ringAgent(voice, offer),
    offerAccepted: (offer) => void offerAccepted(voice, offer).catch(logged("an accepted offer")),
    offerEnded: (offer) => void offerEnded(voice, offer).catch(logged("an ended offer")),
    callbackAccepted: (callback) => void placeCallback(voice, callback).catch(logged("an accepted callback")),
    sessionEnded: (sessionId) => {
      proxy.endSession(sessionId);
      void browsers.endSession(sessionId).catch(logged("end of a telephone"));
    },
    routes: (http) => {
      routes(http, { voice, browsers });
      proxy.route(http);
    },
    get liveCalls() {
      return voice.calls.all().length;
    },
    close: async () => {
      stopWatching();
      stopSweeping();
      stopCitizens();
      stopListening();
      proxy.close();
      lostBrowsers.close();
      bans.close();
      browsers.close();
      recorder.close();
      await letGo(voice);
      ari.close();
    },
  };
}

/** Asterisk was lost and is back: who was in a call is told, and its memory of telephones is restored. */
function watchEngine(
  voice: Voice,
  { asterisk, browsers }: { asterisk: AsteriskInstance; browsers: SoftphonePhones },
): () => void {
  const logged = (what: string) => (err: unknown) => voice.log.error({ err }, what);
  let engineWasLost = false;
  const stops = [
    asterisk.onState((state) => {
      if (state !== "down") return;
      engineWasLost = true;
      browsers.forgetRegistrations();
      void reconcile(voice, { lost: true }).catch(logged("closing the calls of a lost Asterisk"));
    }),
    voice.ari.onConnection((state) => {
      if (state !== "connected") return;
      void reconcile(voice, { lost: false }).catch(logged("looking after the calls of a cut connection"));
      if (engineWasLost) void browsers.restore().catch(logged("restoring the telephones"));
      engineWasLost = false;
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

async function letGo(voice: Voice): Promise<void> {
  for (const call of voice.calls.all()) call.flowLeg?.detach();
  voice.playbacks.close();
  await Promise.all(voice.calls.all().map((call) => call.journal.settled()));
  for (const call of voice.calls.all()) call.journal.close();
}
