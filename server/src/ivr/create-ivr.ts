import { asSystem, type Http, type Platform, type TenantId } from "../platform/index.ts";
import type { Publishing } from "./flows/publish-flow.ts";
import { readFlows } from "./flows/store.ts";
import type { IvrPorts } from "./ivr-ports.ts";
import type { FlowEnd } from "./node-kind.ts";
import { ivrRoutes } from "./routes.ts";
import { type CallToRun, FlowRuns } from "./running/flow-runs.ts";
import { FlowSpeech } from "./running/flow-speech.ts";
import { PublishedFlows } from "./running/published-flows.ts";
import { chooseEngine } from "./speech/engines/choose-engine.ts";
import { orUnavailable } from "./speech/or-unavailable.ts";
import type { TtsEngine } from "./speech/tts.ts";
import { VoicedSounds } from "./speech/voiced-sounds.ts";

export type IvrOptions = {
  /** Absolute path of the folder of sounds; the telephone engine reads it. May be emptied at any time. */
  readonly soundsFolder: string;
  /** The voice; the best one installed when left out. */
  readonly engine?: TtsEngine;
  /** Where emergency codes are answered, when not under the code itself. */
  readonly emergencyNumbers?: ReadonlyMap<string, string>;
};

export interface Ivr {
  routes(http: Http): void;
  /** Whose number it is, however it is written; undefined when it leads nowhere. */
  entryPoint(dialled: string): Promise<{ entryPointId: string; tenantId: TenantId } | undefined>;
  /** Resolves when the flow lets go of the caller, whoever ended it. Never rejects. */
  run(call: CallToRun): Promise<FlowEnd>;
  /** Voices what callers will hear; to be started with the process and not waited for. Resolves when all is ready. */
  prepare(): Promise<void>;
  /** Absolute path of this sentence's sound, without ".wav": for telephones of the demonstration. */
  voiced(text: string): Promise<string>;
  /** For demos and imports, which publish without the HTTP door. */
  readonly publishing: Publishing;
  close(): Promise<void>;
}

export function createIvr(platform: Platform, ports: IvrPorts, options: IvrOptions): Ivr {
  const sounds = new VoicedSounds({ folder: options.soundsFolder, engine: options.engine ?? chooseEngine() });
  const speech = new FlowSpeech(platform, sounds);
  const emergencyNumbers = options.emergencyNumbers ?? new Map<string, string>();
  const flows = new PublishedFlows(platform);
  const closing = new AbortController();
  const runs = new FlowRuns(platform, { ports, speech, flows, emergencyNumbers });
  const publishing: Publishing = {
    queueExists: ports.queueExists,
    voice: (_ctx, flow) => orUnavailable(speech.prepare(flow)),
  };
  return {
    publishing,
    routes: (http) => ivrRoutes(http, { publishing, sounds }),
    entryPoint: (dialled) => flows.line(dialled),
    run: (call) => runs.run(call),
    voiced: async (text) => {
      const sound = await sounds.say({ text, pauseMs: 0 });
      return sound.path;
    },
    prepare: () => prepare(platform, { speech, closing: closing.signal }),
    async close() {
      closing.abort();
      await runs.close();
      flows.close();
      sounds.close();
    },
  };
}

/**
 * The folder of sounds may be new, the voice another one: what is published is voiced before what is common. What fails is
 * logged and tried again when it is said.
 */
async function prepare(
  platform: Platform,
  { speech, closing }: { speech: FlowSpeech; closing: AbortSignal },
): Promise<void> {
  const orLogged = <T>(work: () => Promise<T>) => unlessClosing(platform, closing, work);
  const flows = await orLogged(() => asSystem(platform, "ivr", (ctx) => readFlows(ctx)));
  for (const { tenantId, publishedGraph } of flows ?? []) {
    if (publishedGraph !== null) await orLogged(() => speech.prepare({ tenantId, graph: publishedGraph }));
  }
  await orLogged(() => speech.prepareCommon());
}

/** A program that ends while its sentences are voiced has not failed: the next start goes on where it was. */
async function unlessClosing<T>(
  platform: Platform,
  closing: AbortSignal,
  work: () => Promise<T>,
): Promise<T | undefined> {
  if (closing.aborted) return undefined;
  try {
    return await work();
  } catch (error) {
    if (closing.aborted) return undefined;
    platform.log.error({ err: error }, "something that callers hear could not be voiced beforehand");
    return undefined;
  }
}
