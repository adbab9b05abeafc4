/**
 * off: no account. connecting: the line is being opened or is lost and tried again. registered: it can ring.
 * failed: the exchange refused the account.
 */
export const PHONE_LINES = ["off", "connecting", "registered", "failed"] as const;
export type PhoneLine = (typeof PHONE_LINES)[number];

export interface PhoneAccount {
  /** sip:<username>@<realm> */
  uri: string;
  username: string;
  secret: string;
  /** ws: or wss: address, RFC 7118. */
  url: string;
}

/** A call that rings at this phone and waits for `answer`. */
export interface Invite {
  id: string;
  /** The interaction it belongs to, when the exchange says so. */
  interactionId: string | null;
  /** I asked for this call myself (dialled, listen in): it is picked up at once. */
  answersItself: boolean;
}

export interface PhoneStats {
  packetsReceived: number;
  packetsSent: number;
  packetsLost: number;
  /** Seconds. */
  jitter: number;
  /** Seconds; null until measured. */
  roundTrip: number | null;
  /** 0–1, of what is heard and what is said. */
  levelIn: number;
  levelOut: number;
}

/** Ids of the browser; "" is the system's own choice. */
export interface DeviceChoice {
  microphoneId: string;
  speakerId: string;
}

export type PhoneProblem = "microphone-denied" | "microphone-missing" | "media-failed";

export interface PhoneEvents {
  line: (line: PhoneLine) => void;
  /** It rings. */
  invite: (invite: Invite) => void;
  /** The call is up, or over. */
  talk: (talking: boolean) => void;
  /** Nothing rings any more: answered, cancelled, or refused. */
  quiet: () => void;
  problem: (problem: PhoneProblem) => void;
}

/** A telephone in the browser with one line. The library behind it can be changed without touching the desk. */
export interface Softphone {
  readonly line: PhoneLine;
  readonly ringing: Invite | null;
  on<Name extends keyof PhoneEvents>(name: Name, listener: PhoneEvents[Name]): () => void;
  register(account: PhoneAccount): void;
  answer(): Promise<void>;
  hangup(): void;
  /** Silences the microphone here, at once; the exchange is told by the API. */
  mute(on: boolean): void;
  /** RFC 4733 tones on the running call. */
  dtmf(keys: string): void;
  hold(on: boolean): void;
  stats(): Promise<PhoneStats | null>;
  chooseDevices(choice: DeviceChoice): Promise<void>;
  /** Ends the call, forgets the account, lets go of the microphone. */
  close(): void;
}
