/**
 * Flows, their versions and problems, prompts, entry points, voicemail. Routes (all under /api/v1):
 *   GET  /flows?tenantId            POST /flows ← NewFlow               GET /flows/:flowId → FlowDetail   PATCH /flows/:flowId ← FlowChange
 *   PUT  /flows/:flowId/draft ← SaveDraft → FlowDetail (a draft may have problems; they come back)
 *   POST /flows/:flowId/publish → FlowVersion (409 with the problems while there are errors)
 *   POST /flows/:flowId/rollback ← { version } → FlowVersion (the old graph, published as a new version)
 *   GET  /flows/:flowId/versions → FlowVersionList      GET /flows/:flowId/versions/:version → FlowVersionDetail
 *   POST /flow-validation ← { tenantId, graph } → { problems }         GET /flow-node-kinds → NodeKindList
 *   GET  /prompts?tenantId          POST /prompts ← NewTextPrompt       POST /prompts/upload (multipart: tenantId, key, name, file)
 *   PUT  /prompts/:promptId/text ← { text }    DELETE /prompts/:promptId   GET /prompts/:promptId/audio (WAV)
 *   GET  /entry-points?tenantId     POST /entry-points ← NewEntryPoint  PATCH, DELETE /entry-points/:entryPointId
 *   GET  /emergency-numbers → EmergencyNumberList
 *   GET  /voicemails?tenantId&state POST /voicemails/:voicemailId/handled  GET /voicemails/:voicemailId/audio (WAV; recording.listen)
 */
import Type, { type Static } from "typebox";
import { FlowGraph, NodeId, PromptKey } from "./ivr-nodes.ts";
import { Instant, nullable, Uuid } from "./shapes.ts";

const Name = Type.String({ minLength: 1, maxLength: 120 });

/** "error" forbids publishing; "warning" asks for a second look. */
export const PROBLEM_SEVERITIES = ["error", "warning"] as const;
export const FlowProblem = Type.Object({
  severity: Type.Enum(["error", "warning"]),
  /** Stable code, for translation: "dead-end", "unknown-queue" … */
  code: Type.String(),
  /** Node it belongs to; null for the flow as a whole. */
  nodeId: nullable(Type.String()),
  /** English, says what to do. */
  message: Type.String(),
});
export type FlowProblem = Static<typeof FlowProblem>;
export const FlowProblems = Type.Object({ problems: Type.Array(FlowProblem) });
export type FlowProblems = Static<typeof FlowProblems>;

/** `draftChanged`: the draft differs from what callers hear. */
export const Flow = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  name: Type.String(),
  publishedVersion: nullable(Type.Integer()),
  publishedAt: nullable(Instant),
  draftChanged: Type.Boolean(),
  updatedAt: Instant,
});
export type Flow = Static<typeof Flow>;
export const FlowList = Type.Object({ flows: Type.Array(Flow) });
export type FlowList = Static<typeof FlowList>;

/** `revision` grows with each save; send it back so that two editors never overwrite each other. */
export const FlowDetail = Type.Object({
  ...Flow.properties,
  revision: Type.Integer(),
  draft: FlowGraph,
  problems: Type.Array(FlowProblem),
});
export type FlowDetail = Static<typeof FlowDetail>;

export const NewFlow = Type.Object({ tenantId: Uuid, name: Name, graph: Type.Optional(FlowGraph) });
export type NewFlow = Static<typeof NewFlow>;
export const FlowChange = Type.Object({ name: Name });
export type FlowChange = Static<typeof FlowChange>;
export const SaveDraft = Type.Object({ revision: Type.Integer(), graph: FlowGraph });
export type SaveDraft = Static<typeof SaveDraft>;
export const PublishFlow = Type.Object({ note: Type.Optional(Type.String({ maxLength: 500 })) });
export type PublishFlow = Static<typeof PublishFlow>;
export const RollbackFlow = Type.Object({ version: Type.Integer({ minimum: 1 }) });
export type RollbackFlow = Static<typeof RollbackFlow>;

export const FlowVersion = Type.Object({
  version: Type.Integer(),
  note: nullable(Type.String()),
  publishedAt: Instant,
  publishedBy: Type.String(),
  /** The version whose graph this one repeats, when it is a rollback. */
  rollbackOf: nullable(Type.Integer()),
});
export type FlowVersion = Static<typeof FlowVersion>;
export const FlowVersionList = Type.Object({ versions: Type.Array(FlowVersion) });
export type FlowVersionList = Static<typeof FlowVersionList>;
export const FlowVersionDetail = Type.Object({ ...FlowVersion.properties, graph: FlowGraph });
export type FlowVersionDetail = Static<typeof FlowVersionDetail>;

export const FlowToValidate = Type.Object({ tenantId: Uuid, graph: FlowGraph });
export type FlowToValidate = Static<typeof FlowToValidate>;

/** What an editor needs to draw a node of a kind; branch and menu add exits of their own. */
export const NodeKindInfo = Type.Object({
  type: Type.String(),
  requiredExits: Type.Array(Type.String()),
  optionalExits: Type.Array(Type.String()),
});
export type NodeKindInfo = Static<typeof NodeKindInfo>;
export const NodeKindList = Type.Object({ kinds: Type.Array(NodeKindInfo) });
export type NodeKindList = Static<typeof NodeKindList>;

/** "recorded": somebody's voice was uploaded; "text": said by the speech engine. */
export const Prompt = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  key: Type.String(),
  name: Type.String(),
  kind: Type.Enum(["recorded", "text"]),
  text: nullable(Type.String()),
  durationSeconds: nullable(Type.Number()),
  updatedAt: Instant,
});
export type Prompt = Static<typeof Prompt>;
export const PromptList = Type.Object({ prompts: Type.Array(Prompt) });
export type PromptList = Static<typeof PromptList>;
export const NewTextPrompt = Type.Object({
  tenantId: Uuid,
  key: PromptKey,
  name: Name,
  text: Type.String({ minLength: 1, maxLength: 2000 }),
});
export type NewTextPrompt = Static<typeof NewTextPrompt>;
export const PromptText = Type.Object({ text: Type.String({ minLength: 1, maxLength: 2000 }) });
export type PromptText = Static<typeof PromptText>;

/** A number that citizens dial, and the flow that receives them. `number` is canonical; see `findEntryPoint`. */
export const EntryPoint = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  number: Type.String(),
  name: Type.String(),
  flowId: Uuid,
  active: Type.Boolean(),
});
export type EntryPoint = Static<typeof EntryPoint>;
export const EntryPointList = Type.Object({ entryPoints: Type.Array(EntryPoint) });
export type EntryPointList = Static<typeof EntryPointList>;
export const NewEntryPoint = Type.Object({
  tenantId: Uuid,
  number: Type.String({ minLength: 2, maxLength: 30 }),
  name: Name,
  flowId: Uuid,
});
export type NewEntryPoint = Static<typeof NewEntryPoint>;
export const EntryPointChange = Type.Partial(
  Type.Object({ name: Name, flowId: Uuid, active: Type.Boolean() }),
);
export type EntryPointChange = Static<typeof EntryPointChange>;

export const EmergencyNumber = Type.Object({ code: Type.String(), name: Type.String(), kind: Type.String() });
export type EmergencyNumber = Static<typeof EmergencyNumber>;
export const EmergencyNumberList = Type.Object({ numbers: Type.Array(EmergencyNumber) });
export type EmergencyNumberList = Static<typeof EmergencyNumberList>;

export const VoicemailMessage = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  interactionId: Uuid,
  queueId: Uuid,
  callerNumber: nullable(Type.String()),
  durationSeconds: Type.Number(),
  leftAt: Instant,
  handledAt: nullable(Instant),
});
export type VoicemailMessage = Static<typeof VoicemailMessage>;
export const VoicemailList = Type.Object({ voicemails: Type.Array(VoicemailMessage) });
export type VoicemailList = Static<typeof VoicemailList>;

/** A run's place in its flow, for whoever looks at a live call. */
export const FlowPosition = Type.Object({ flowId: Uuid, version: Type.Integer(), nodeId: NodeId });
export type FlowPosition = Static<typeof FlowPosition>;
