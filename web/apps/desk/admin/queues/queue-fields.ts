import type { WrapUpMode } from "@vera/contracts/routing";
import type { NewQueue, Queue, RelaxStep, SkillRequirement } from "@vera/contracts/routing-admin";

/** What the form shows: the queue flat, times in seconds, null where nothing is set. */
export interface QueueFields {
  tenantId: string;
  name: string;
  active: boolean;
  calendarId: string;
  requirements: SkillRequirement[];
  relaxSteps: RelaxStep[];
  strategy: string;
  priority: number | null;
  ageingPerMinute: number | null;
  offerSeconds: number | null;
  maxWaiting: number | null;
  maxWaitSeconds: number | null;
  /** "" = back to the flow; else the queue that takes it. */
  overflowQueueId: string;
  wrapUpMode: WrapUpMode;
  wrapUpSeconds: number | null;
  wrapUpExtensions: number | null;
  serviceLevelSeconds: number | null;
  shortAbandonSeconds: number | null;
  callbacks: boolean;
}

/** A new queue as the server would make it, so that the form shows what will be. */
export const USUAL_QUEUE: Omit<QueueFields, "tenantId"> = {
  name: "",
  active: true,
  calendarId: "",
  requirements: [{ skillId: "", minimumLevel: 1 }],
  relaxSteps: [],
  strategy: "longest-idle",
  priority: 0,
  ageingPerMinute: 1,
  offerSeconds: 20,
  maxWaiting: null,
  maxWaitSeconds: null,
  overflowQueueId: "",
  wrapUpMode: "mandatory-timed",
  wrapUpSeconds: 120,
  wrapUpExtensions: 2,
  serviceLevelSeconds: 20,
  shortAbandonSeconds: 5,
  callbacks: true,
};

export function queueFields(queue: Queue): QueueFields {
  const { id: _, calendarId, overflow, wrapUp, requirements, relaxSteps, ...same } = queue;
  return {
    ...same,
    calendarId: calendarId ?? "",
    requirements: [...requirements],
    relaxSteps: [...relaxSteps],
    overflowQueueId: overflow.kind === "queue" ? overflow.queueId : "",
    wrapUpMode: wrapUp.mode,
    wrapUpSeconds: wrapUp.seconds,
    wrapUpExtensions: wrapUp.extensions,
  };
}

/** Back to what the API takes. Steps go in the order of time, however they were typed. */
export function toQueue(fields: QueueFields): NewQueue {
  const { name, calendarId, overflowQueueId, wrapUpMode, wrapUpSeconds, wrapUpExtensions, ...rest } = fields;
  const timed = wrapUpMode === "mandatory-timed" || wrapUpMode === "optional";
  return {
    ...rest,
    name: name.trim(),
    relaxSteps: [...fields.relaxSteps].sort((a, b) => a.afterSeconds - b.afterSeconds),
    priority: fields.priority ?? 0,
    ageingPerMinute: fields.ageingPerMinute ?? 0,
    offerSeconds: fields.offerSeconds ?? 20,
    serviceLevelSeconds: fields.serviceLevelSeconds ?? 20,
    shortAbandonSeconds: fields.shortAbandonSeconds ?? 0,
    calendarId: calendarId || null,
    overflow: overflowQueueId ? { kind: "queue", queueId: overflowQueueId } : { kind: "flow" },
    wrapUp: {
      mode: wrapUpMode,
      seconds: timed ? wrapUpSeconds : null,
      extensions: timed ? (wrapUpExtensions ?? 0) : 0,
    },
  };
}

/** Field → last word of the text that says what is wrong with it: `adminService.queues.wrong.<word>`. */
export function wrongQueueFields(fields: QueueFields): Partial<Record<keyof QueueFields, string>> {
  const wrong: Partial<Record<keyof QueueFields, string>> = {};
  const times = fields.relaxSteps.map(({ afterSeconds }) => afterSeconds);
  if (fields.name.trim() === "") wrong.name = "required";
  if (!fields.requirements.some(({ skillId }) => skillId !== "")) wrong.requirements = "requirementMissing";
  if (hasUnchosen(fields.requirements)) wrong.requirements = "requirementUnchosen";
  if (new Set(times).size < times.length) wrong.relaxSteps = "stepsAtSameTime";
  if (fields.relaxSteps.some(({ requirements }) => hasUnchosen(requirements)))
    wrong.relaxSteps = "requirementUnchosen";
  if (fields.wrapUpMode === "mandatory-timed" && fields.wrapUpSeconds === null)
    wrong.wrapUpSeconds = "wrapUpNeedsTime";
  for (const name of ["offerSeconds", "serviceLevelSeconds"] as const)
    if (fields[name] === null) wrong[name] = "required";
  return wrong;
}

function hasUnchosen(requirements: readonly SkillRequirement[]): boolean {
  return requirements.some(({ skillId }) => skillId === "");
}
