import type { FlowGraph } from "@vera/contracts/ivr-nodes";
import { asSystem, type InteractionId, type Platform, type TenantId } from "../../platform/index.ts";
import { openState } from "../../tenants/index.ts";
import type { CallLeg } from "../call-leg.ts";
import type { CallData, FlowServices, PublishedFlow } from "../flow-services.ts";
import type { IvrPorts } from "../ivr-ports.ts";
import type { FlowEnd } from "../node-kind.ts";
import { phrase } from "../phrases.ts";
import { type FlowToRun, runFlow } from "../run-flow.ts";
import { voicemailPort } from "../voicemail/keep-voicemail.ts";
import { FlowJournal } from "./flow-journal.ts";
import type { FlowSpeech } from "./flow-speech.ts";
import type { PublishedFlows } from "./published-flows.ts";
import { readLiveRun } from "./store.ts";
import { ticketPort } from "./ticket-port.ts";

/** A call that is to be led through the flow of its number. */
export interface CallToRun {
  readonly interactionId: InteractionId;
  readonly tenantId: TenantId;
  readonly entryPointId: string;
  readonly citizenId: string | null;
  readonly leg: CallLeg;
  /** Resolves when the interaction is durable; what the flow writes comes after. */
  readonly written?: Promise<void>;
  /** True after a restart of the process: it goes on where it was. */
  readonly resumed: boolean;
}

/** What a caller hears where nothing was published. */
const NOTHING_PUBLISHED: FlowGraph = {
  start: "apology",
  nodes: { apology: { type: "hangup", say: [phrase("apology")], exits: {} } },
};

type Begin = Pick<FlowToRun, "flow" | "variables" | "resumeAt">;

/** Runs flows for real calls: reads what is published, keeps each run's place, tells what happened. */
export class FlowRuns {
  readonly #platform: Platform;
  readonly #ports: IvrPorts;
  readonly #speech: FlowSpeech;
  readonly #flows: PublishedFlows;
  readonly #emergencyNumbers: ReadonlyMap<string, string>;
  readonly #writing = new Set<Promise<void>>();

  constructor(
    platform: Platform,
    more: {
      ports: IvrPorts;
      speech: FlowSpeech;
      flows: PublishedFlows;
      emergencyNumbers: ReadonlyMap<string, string>;
    },
  ) {
    this.#platform = platform;
    this.#ports = more.ports;
    this.#speech = more.speech;
    this.#flows = more.flows;
    this.#emergencyNumbers = more.emergencyNumbers;
  }

  /** Resolves when the flow lets go of the caller, whoever ended it. Never rejects. */
  async run(call: CallToRun): Promise<FlowEnd> {
    const { leg, interactionId, tenantId, citizenId } = call;
    const journal = new FlowJournal(this.#platform, { interactionId, tenantId }, call.written);
    const begin = await this.#begin(call);
    const { how } = await runFlow({
      ...begin,
      identity: { interactionId, tenantId, citizenId },
      leg,
      services: this.#services(journal),
      ...(begin.flow.version > 0 ? { onStep: (position) => journal.at(position) } : {}),
    });
    const written = journal.end(how).finally(() => this.#writing.delete(written));
    this.#writing.add(written);
    return how;
  }

  /** What the runs told is on disk. */
  async close(): Promise<void> {
    await Promise.all(this.#writing);
  }

  async #begin(call: CallToRun): Promise<Begin> {
    const variables: CallData = {
      "caller.number": call.leg.callerNumber,
      "called.number": call.leg.calledNumber,
    };
    try {
      const live = call.resumed
        ? await asSystem(this.#platform, "ivr", (ctx) => readLiveRun(ctx, call.interactionId))
        : undefined;
      if (live) {
        const { flowId, version, graph, nodeId, memory, data } = live;
        return { flow: { flowId, version, graph }, variables: data, resumeAt: { nodeId, memory } };
      }
      return { flow: (await this.#flows.ofLine(call.entryPointId)) ?? nothingPublished(), variables };
    } catch (error) {
      // The caller is on the line and hears why; the database's failure is in the log.
      this.#platform.log.error({ err: error, interactionId: call.interactionId }, "a flow could not be read");
      return { flow: nothingPublished(), variables };
    }
  }

  #services(journal: FlowJournal): FlowServices {
    const platform = this.#platform;
    const { queue, callbacks } = this.#ports;
    return {
      queue,
      callbacks,
      tickets: ticketPort(platform),
      speech: this.#speech,
      voicemail: voicemailPort(platform),
      hours: {
        state: async (calendarId) => {
          const { open, holidayName = null } = await asSystem(platform, "ivr", (ctx) =>
            openState(ctx, { calendarId }),
          );
          return { open, holidayName };
        },
      },
      flows: {
        published: async (flow) => (await this.#flows.of(flow)) ?? null,
      },
      emergency: { numberFor: ({ code }) => this.#emergencyNumbers.get(code) ?? code },
      now: () => platform.clock.now(),
      report: (news) => journal.tell(news),
    };
  }
}

function nothingPublished(): PublishedFlow {
  return { flowId: "", version: 0, graph: NOTHING_PUBLISHED };
}
