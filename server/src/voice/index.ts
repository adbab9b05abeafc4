export { createVoice, type VoiceOptions, type VoiceService } from "./create-voice.ts";
export type { AgentContact, EntryPoint, FlowPort, FlowRun, Offer, RoutingPort, VoicePorts } from "./ports.ts";
export type { AgentPhones, OutboundLines, OutboundOutcome, OutboundRequest } from "./voice.ts";
