import { asSystem, type FlowId, type Platform, type TenantId } from "../../platform/index.ts";
import { canonicalNumber } from "../entry-points/canonical-number.ts";
import { entryPointChanged } from "../entry-points/events.ts";
import { findActiveByNumber, readFlowOfEntryPoint } from "../entry-points/store.ts";
import type { PublishedFlow } from "../flow-services.ts";
import { flowPublished } from "../flows/events.ts";
import { readPublished } from "../flows/store.ts";
import { Remembered } from "./remembered.ts";

export interface Line {
  readonly entryPointId: string;
  readonly tenantId: TenantId;
}

/** Whose a dialled number is and what its callers hear, without a question to the database for each call. */
export class PublishedFlows {
  readonly #lines: Remembered<Line>;
  readonly #ofLines: Remembered<PublishedFlow>;
  readonly #flows: Remembered<PublishedFlow>;
  readonly #stops: (() => void)[];

  constructor(platform: Platform) {
    const { clock, events } = platform;
    this.#lines = new Remembered(clock, async (dialled) => {
      const number = canonicalNumber(dialled);
      if (number === undefined) return undefined;
      const found = await asSystem(platform, "ivr", (ctx) => findActiveByNumber(ctx, number));
      return found && { entryPointId: found.id, tenantId: found.tenantId };
    });
    this.#ofLines = new Remembered(clock, (entryPointId) =>
      asSystem(platform, "ivr", (ctx) => readFlowOfEntryPoint(ctx, entryPointId)),
    );
    this.#flows = new Remembered(clock, async (key) => {
      const [tenantId, flowId] = key.split("/") as [TenantId, FlowId];
      return await asSystem(platform, "ivr", (ctx) => readPublished(ctx, { tenantId, flowId }));
    });
    const forget = (): void => {
      for (const memory of [this.#lines, this.#ofLines, this.#flows]) memory.forget();
    };
    this.#stops = [events.listen(flowPublished, forget), events.listen(entryPointChanged, forget)];
  }

  /** Undefined when the number leads nowhere. */
  line(dialled: string): Promise<Line | undefined> {
    return this.#lines.get(dialled);
  }

  /** Undefined while nothing was published there. */
  ofLine(entryPointId: string): Promise<PublishedFlow | undefined> {
    return this.#ofLines.get(entryPointId);
  }

  of({ tenantId, flowId }: { tenantId: string; flowId: string }): Promise<PublishedFlow | undefined> {
    return this.#flows.get(`${tenantId}/${flowId}`);
  }

  close(): void {
    for (const stop of this.#stops) stop();
  }
}
