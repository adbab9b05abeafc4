import type { Logger, Platform } from "../platform/index.ts";
import type { Ari } from "./ari/connect-ari.ts";
import type { RecordingControl } from "./asterisk/mute-recording.ts";
import type { CallRegistry } from "./calls/call-registry.ts";
import type { Playbacks } from "./flow-leg/playbacks.ts";
import type { VoicePorts } from "./ports.ts";
import type { SupervisionRegistry } from "./supervision/supervision-record.ts";

/** Sound files that voice itself plays; absolute paths WITHOUT extension, 8 kHz 16-bit mono WAV. */
export interface VoiceSounds {
  readonly music: string;
  readonly ringback: string;
  readonly beep: string;
  /** Where silences of a given length are made on demand. */
  readonly directory: string;
}

/**
 * How a channel ended. "hang-up": its owner ended it. "declined", "busy", "no-answer": it was never answered. "device": the phone
 * failed or vanished. "engine": Asterisk itself was lost.
 */
export interface LegEnd {
  readonly cause: "hang-up" | "declined" | "busy" | "no-answer" | "device" | "engine";
}

export interface AgentPhones {
  /** Technology and address that ring this agent ("PJSIP/a1b2…"); null when they have no telephone now. */
  dialString(agentId: string): string | null;
  isRegistered(agentId: string): boolean;
}

export interface OutboundRequest {
  readonly tenantId: string;
  readonly interactionId: string;
  readonly number: string;
  /** E.164 shown to the other side; null = the tenant's own. */
  readonly showNumber: string | null;
  readonly purpose: "agent" | "transfer" | "emergency";
  readonly timeoutSeconds: number;
  readonly signal?: AbortSignal;
  readonly onRinging?: () => void;
}
/** An answered channel is in our application and recorded from the answer on (`<channel id>.raw`). */
export type OutboundOutcome =
  | { readonly status: "answered"; readonly channelId: string }
  | { readonly status: "busy" | "no-answer" | "rejected" | "failed" | "cancelled" };

/** Calls to the outside over the trunks: routes, fallback, seizures and the toll-fraud wall live behind it. */
export interface OutboundLines {
  /** DomainError when the tenant may not dial it. Otherwise resolves with how it went. */
  dial(request: OutboundRequest): Promise<OutboundOutcome>;
  /** The number as dialled: E.164. DomainError "invalid" or "forbidden" says why not. */
  check(request: { tenantId: string; number: string }): Promise<{ e164: string; callerId: string }>;
}

/** What every use case of this module works with; made once by createVoice. */
export interface Voice {
  readonly platform: Platform;
  readonly log: Logger;
  readonly ari: Ari;
  readonly ports: VoicePorts;
  readonly calls: CallRegistry;
  readonly supervisions: SupervisionRegistry;
  readonly phones: AgentPhones;
  readonly recorder: Pick<RecordingControl, "muteRecording">;
  readonly outbound: OutboundLines;
  readonly sounds: VoiceSounds;
  /** Asterisk's spool: ARI recordings (voicemail) under `recording/`. */
  readonly spoolDirectory: string;
  /** Where MixMonitor writes `<channel id>.raw`. */
  readonly recordingsDirectory: string;
  readonly playbacks: Playbacks;
  /** A leg's channel is gone, or never came to be: the single entry of that news, from Asterisk or from us. */
  legEnded(channelId: string, end: LegEnd): void;
}
