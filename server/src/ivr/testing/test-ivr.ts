import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestPlatform, testPlatform } from "../../platform/testing/index.ts";
import { createIvr, type Ivr } from "../create-ivr.ts";
import { FakeLeg, type FakeLegOptions } from "./fake-leg.ts";
import { FakeServices } from "./fake-services.ts";
import { toneEngine } from "./tone-engine.ts";

export const TEST_QUEUE = "00000000-0000-7000-8000-000000000001";

/** A platform with its IVR, a quick voice, and an ACD, callbacks and tickets that the test plays. */
export type TestIvr = {
  readonly kit: TestPlatform;
  readonly ivr: Ivr;
  readonly engine: ReturnType<typeof toneEngine>;
  /** What the ports of a call say; renewed by `newCall`. */
  services: FakeServices;
  newCall(options?: FakeLegOptions): { leg: FakeLeg; services: FakeServices };
  close(): Promise<void>;
};

export async function testIvr(): Promise<TestIvr> {
  const kit = await testPlatform();
  const soundsFolder = mkdtempSync(join(tmpdir(), "vera-sounds-"));
  const engine = toneEngine();
  const holder = { services: new FakeServices(new FakeLeg()) };
  const ports = {
    queue: {
      enter: (entry) => holder.services.queue.enter(entry),
      place: () => holder.services.queue.place(),
      keepPlace: (request) => holder.services.queue.keepPlace(request),
      leave: (request) => holder.services.queue.leave(request),
    },
    callbacks: { request: (wish) => holder.services.callbacks.request(wish) },
    queueExists: async (_ctx, { queueId }) => queueId === TEST_QUEUE,
  } satisfies Parameters<typeof createIvr>[1];
  const ivr = createIvr(kit.platform, ports, { soundsFolder, engine });
  return {
    kit,
    ivr,
    engine,
    get services() {
      return holder.services;
    },
    newCall(options) {
      const leg = new FakeLeg(options);
      holder.services = new FakeServices(leg);
      return { leg, services: holder.services };
    },
    async close() {
      await ivr.close();
      await kit.close();
      rmSync(soundsFolder, { recursive: true, force: true });
    },
  };
}
