export { type AuditEntry, actorId, actorName, audit, findBrokenAuditEntry } from "./audit/audit.ts";
export { type AuditTrailEntry, auditTrail } from "./audit/audit-trail.ts";
export { type AuditQuery, type AuditRow, listAudit } from "./audit/list-audit.ts";
export { type Clock, systemClock } from "./clock.ts";
export {
  type Actor,
  asSystem,
  type Context,
  inScope,
  inTransaction,
  type Platform,
  type TenantScope,
  type Who,
} from "./context.ts";
export { type CsvValue, csvLine } from "./csv.ts";
export { type BulkConnection, copyLine, inBulk } from "./db/bulk-connection.ts";
export { type Db, json, many, maybe, one, run, type Sql, sql, uuids } from "./db/sql.ts";
export { DomainError, type ErrorCode, ProviderError } from "./errors.ts";
export {
  type AnnouncedEvent,
  defineEvent,
  type EventDefinition,
  type EventOf,
} from "./events/define-event.ts";
export { emit, emitAll, happened } from "./events/emit.ts";
export { eventsOfKey, eventsSince } from "./events/read-events.ts";
export type { OpenFile, StoredFile } from "./files/files.ts";
export { takesForms } from "./http/form-bodies.ts";
export type { Http, RegisteredRoute, RoutePermission } from "./http/http.ts";
export { isOwnOrigin, isSecure } from "./http/own-site.ts";
export { ANONYMOUS, type Authenticator, authorise, type Principal } from "./http/principal.ts";
export type {
  ArticleId,
  CitizenId,
  ConversationId,
  FileId,
  FlowId,
  Ids,
  InteractionId,
  OfferId,
  QueueId,
  RecordingId,
  SegmentId,
  TenantId,
  TicketId,
  TopicId,
  UserId,
} from "./ids.ts";
export { addJob, defineJob, type JobDefinition } from "./jobs/jobs.ts";
export type { Logger } from "./log.ts";
export type { PatchOp } from "./realtime/patch.ts";
export type { PresenceChange } from "./realtime/realtime.ts";
export { requireOwnOrigin } from "./realtime/route.ts";
export { type RetryRule, withRetry } from "./retry.ts";
