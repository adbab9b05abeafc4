import { setTimeout as sleep } from "node:timers/promises";
import { markEmergency } from "../../conversations/index.ts";
import {
  asSystem,
  type Context,
  emit,
  type InteractionId,
  type Platform,
  type TenantId,
} from "../../platform/index.ts";
import type { FlowFact, FlowNews } from "../flow-services.ts";
import type { FlowEnd } from "../node-kind.ts";
import type { FlowPosition } from "../run-flow.ts";
import { emergencyFailed, emergencyHandedOff, flowEnded, flowStep, recordingAnnounced } from "./events.ts";
import { endRun, putPosition } from "./store.ts";

/** Milliseconds before the next try while the database does not answer; a call goes on meanwhile. */
const RETRY_MS = 1000;
const MOST_RETRIES = 60;

type Whose = { interactionId: InteractionId; tenantId: TenantId };
type Work = (ctx: Context) => Promise<void>;

/**
 * What a run tells, written behind its back: the caller never waits for the database. In order, and everything that came while one
 * transaction ran goes into the next together. A crash loses at most the last step: the run then goes on one node earlier.
 */
export class FlowJournal {
  readonly #platform: Platform;
  readonly #whose: Whose;
  readonly #written: Promise<void>;
  readonly #startedMs: number;
  #position: FlowPosition | undefined;
  #moved = false;
  #work: Work[] = [];
  #writing: Promise<void> | undefined;

  /** `written`: the interaction itself is durable; without it there is nothing to be told of. */
  constructor(platform: Platform, whose: Whose, written: Promise<void> = Promise.resolve()) {
    this.#platform = platform;
    this.#whose = whose;
    this.#written = written;
    this.#startedMs = platform.clock.monotonicMs();
  }

  at(position: FlowPosition): void {
    this.#position = position;
    this.#moved = true;
    this.#write();
  }

  tell(news: FlowNews): void {
    if (news.kind === "broken") {
      this.#platform.log.error(
        { err: news.error, nodeId: news.nodeId, ...this.#whose },
        "a flow's node broke",
      );
      return;
    }
    const position = this.#position;
    if (position === undefined) return;
    this.#work.push((ctx) => record(ctx, { ...this.#whose, position, news }));
    this.#write();
  }

  /** Resolves when all is written. A run that another process goes on with is not ended. */
  async end(how: FlowEnd): Promise<void> {
    const position = this.#position;
    if (how !== "detached" && position !== undefined) {
      const durationMs = Math.round(this.#platform.clock.monotonicMs() - this.#startedMs);
      this.#work.push(async (ctx) => {
        const { flowId, version, nodeId } = position;
        const { interactionId, tenantId } = this.#whose;
        await endRun(ctx, { interactionId, how });
        const data = { interactionId, flowId, version, nodeId, how, durationMs };
        await emit(ctx, flowEnded, { tenantId, key: interactionId, data });
      });
      this.#write();
    }
    await this.#writing;
  }

  #write(): void {
    this.#writing ??= this.#drain();
  }

  async #drain(): Promise<void> {
    try {
      await this.#written;
    } catch {
      return; // the call was refused
    }
    let retries = 0;
    while (retries <= MOST_RETRIES && (this.#moved || this.#work.length > 0)) {
      const [moved, work] = [this.#moved, this.#work];
      [this.#moved, this.#work] = [false, []];
      try {
        await asSystem(this.#platform, "ivr", (ctx) => this.#writeOnce(ctx, { moved, work }));
        retries = 0;
      } catch (error) {
        [this.#moved, this.#work] = [moved || this.#moved, [...work, ...this.#work]];
        retries += 1;
        this.#platform.log.error({ err: error, ...this.#whose }, "a flow's progress was not written");
        if (retries <= MOST_RETRIES) await sleep(RETRY_MS, undefined, { ref: false });
      }
    }
    // In the same turn as the last look, so that what is told next begins a new writing.
    this.#writing = undefined;
  }

  async #writeOnce(ctx: Context, { moved, work }: { moved: boolean; work: readonly Work[] }): Promise<void> {
    if (moved && this.#position) await putPosition(ctx, { ...this.#whose, position: this.#position });
    for (const write of work) await write(ctx);
  }
}

async function record(
  ctx: Context,
  { interactionId, tenantId, position, news }: Whose & { position: FlowPosition; news: FlowFact },
): Promise<void> {
  const { flowId, version } = position;
  const where = { interactionId, flowId, version, nodeId: news.nodeId };
  const fact = { tenantId, key: interactionId };
  switch (news.kind) {
    case "step": {
      const { nodeType, exit, label } = news;
      await emit(ctx, flowStep, { ...fact, data: { ...where, nodeType, exit, label } });
      return;
    }
    case "recording-announced":
      await emit(ctx, recordingAnnounced, { ...fact, data: where });
      return;
    case "emergency-begun":
      // Out of the service level from its first moment, whatever comes of it.
      return await markEmergency(ctx, { interactionId, service: news.code });
    case "emergency-handed-off":
    case "emergency-failed": {
      const event = news.kind === "emergency-failed" ? emergencyFailed : emergencyHandedOff;
      await emit(ctx, event, { ...fact, data: { ...where, code: news.code, via: news.via } });
      return;
    }
  }
}
