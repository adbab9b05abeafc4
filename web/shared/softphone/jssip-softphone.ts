import { UA, WebSocketInterface } from "jssip";
import type { RTCSession } from "jssip/lib/RTCSession.js";
import type { IncomingRTCSessionEvent, RTCSessionEvent } from "jssip/lib/UA.js";
import { PhoneEmitter } from "./phone-emitter.ts";
import { readPhoneStats } from "./phone-stats.ts";
import type {
  DeviceChoice,
  Invite,
  PhoneAccount,
  PhoneEvents,
  PhoneLine,
  PhoneStats,
  Softphone,
} from "./softphone.ts";

/** Gathering ends this long after the first candidate: waiting for all of them costs half a second a call. */
const ICE_READY_AFTER_MS = 100;
const REGISTER_SECONDS = 120;
/** The exchange names the interaction in its INVITE, and says when the person asked for the call themselves. */
const INTERACTION_HEADER = "X-Vera-Interaction";
const ANSWER_HEADER = "X-Vera-Answer";

/** The softphone on JsSIP: one call at a time, a second INVITE is refused as busy. */
export class JssipSoftphone implements Softphone {
  readonly #events = new PhoneEmitter();
  readonly #speaker = new Audio();
  #ua: UA | null = null;
  #session: RTCSession | null = null;
  #invite: Invite | null = null;
  #line: PhoneLine = "off";
  #devices: DeviceChoice = { microphoneId: "", speakerId: "" };

  constructor() {
    this.#speaker.autoplay = true;
  }

  get line(): PhoneLine {
    return this.#line;
  }

  get ringing(): Invite | null {
    return this.#invite;
  }

  on<Name extends keyof PhoneEvents>(name: Name, listener: PhoneEvents[Name]): () => void {
    return this.#events.on(name, listener);
  }

  register(account: PhoneAccount): void {
    this.#ua?.stop();
    const ua = new UA({
      sockets: [new WebSocketInterface(account.url)],
      uri: account.uri,
      authorization_user: account.username,
      password: account.secret,
      register_expires: REGISTER_SECONDS,
      session_timers: false,
      connection_recovery_min_interval: 1,
      connection_recovery_max_interval: 8,
      user_agent: "Vera",
    });
    this.#ua = ua;
    ua.on("registered", () => this.#setLine("registered"));
    ua.on("unregistered", () => this.#setLine("connecting"));
    ua.on("disconnected", () => this.#setLine("connecting"));
    ua.on("registrationFailed", () => this.#setLine(ua.isConnected() ? "failed" : "connecting"));
    ua.on("newRTCSession", (event: RTCSessionEvent) => {
      if (isIncoming(event)) this.#arrive(event);
    });
    this.#setLine("connecting");
    ua.start();
  }

  async answer(): Promise<void> {
    const session = this.#session;
    if (!session || session.isEstablished() || session.isEnded()) return;
    const microphone = this.#devices.microphoneId;
    const audio = microphone ? { deviceId: { exact: microphone } } : true;
    session.answer({ mediaConstraints: { audio, video: false }, pcConfig: { iceServers: [] } });
  }

  hangup(): void {
    if (this.#session && !this.#session.isEnded()) this.#session.terminate();
  }

  mute(on: boolean): void {
    if (on) this.#session?.mute({ audio: true });
    else this.#session?.unmute({ audio: true });
  }

  dtmf(keys: string): void {
    if (this.#session?.isEstablished()) this.#session.sendDTMF(keys);
  }

  hold(on: boolean): void {
    if (on) this.#session?.hold();
    else this.#session?.unhold();
  }

  async stats(): Promise<PhoneStats | null> {
    return this.#session?.isEstablished() ? readPhoneStats(this.#session.connection) : null;
  }

  async chooseDevices(choice: DeviceChoice): Promise<void> {
    const newMicrophone = choice.microphoneId !== this.#devices.microphoneId;
    this.#devices = choice;
    await this.#speaker.setSinkId(choice.speakerId);
    const connection = this.#session?.isEstablished() ? this.#session.connection : null;
    const sender = connection?.getSenders().find(({ track }) => track?.kind === "audio");
    if (!newMicrophone || !sender) return;
    const audio = choice.microphoneId ? { deviceId: { exact: choice.microphoneId } } : true;
    const stream = await navigator.mediaDevices.getUserMedia({ audio });
    sender.track?.stop();
    await sender.replaceTrack(stream.getAudioTracks()[0] ?? null);
  }

  close(): void {
    this.hangup();
    this.#ua?.stop();
    this.#ua = null;
    this.#speaker.srcObject = null;
    this.#setLine("off");
  }

  #arrive({ session, request }: IncomingRTCSessionEvent): void {
    if (this.#session && !this.#session.isEnded()) {
      session.terminate({ status_code: 486, reason_phrase: "Busy Here" });
      return;
    }
    this.#session = session;
    this.#invite = {
      id: session.id,
      interactionId: request.getHeader(INTERACTION_HEADER) ?? null,
      answersItself: request.getHeader(ANSWER_HEADER) === "auto",
    };
    this.#readyAtFirstCandidate(session);
    session.on("confirmed", () => this.#up(session));
    session.on("ended", () => this.#over(session));
    session.on("failed", () => this.#over(session));
    session.on("getusermediafailed", (error: unknown) =>
      this.#events.tell("problem", microphoneProblem(error)),
    );
    session.on("peerconnection:setremotedescriptionfailed", () =>
      this.#events.tell("problem", "media-failed"),
    );
    this.#events.tell("invite", this.#invite);
  }

  #readyAtFirstCandidate(session: RTCSession): void {
    let waiting = false;
    session.on("icecandidate", ({ ready }) => {
      if (!waiting) setTimeout(ready, ICE_READY_AFTER_MS);
      waiting = true;
    });
  }

  #up(session: RTCSession): void {
    this.#invite = null;
    const tracks = session.connection.getReceivers().map((receiver) => receiver.track);
    this.#speaker.srcObject = new MediaStream(tracks);
    this.#events.tell("quiet");
    this.#events.tell("talk", true);
  }

  #over(session: RTCSession): void {
    if (session !== this.#session) return;
    this.#session = null;
    this.#invite = null;
    this.#speaker.srcObject = null;
    this.#events.tell("quiet");
    this.#events.tell("talk", false);
  }

  #setLine(line: PhoneLine): void {
    if (line === this.#line) return;
    this.#line = line;
    this.#events.tell("line", line);
  }
}

function isIncoming(event: RTCSessionEvent): event is IncomingRTCSessionEvent {
  return event.session.direction === "incoming";
}

function microphoneProblem(error: unknown): "microphone-denied" | "microphone-missing" {
  return error instanceof DOMException && error.name === "NotAllowedError"
    ? "microphone-denied"
    : "microphone-missing";
}
