import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createLogger } from "../server/src/platform/log.ts";
import { type Ari, connectAri } from "../server/src/voice/ari/connect-ari.ts";
import { putDynamicObject } from "../server/src/voice/asterisk/dynamic-object.ts";
import { startAsterisk } from "../server/src/voice/asterisk/start-asterisk.ts";
import type { AsteriskInstance } from "../server/src/voice/asterisk/supervise.ts";
import { testInstallation } from "../server/src/voice/testing/test-asterisk.ts";

/** Callers from here reach Asterisk's own Queue() and Playback(); callers from 127.0.0.1 reach the product. */
export const BASELINE_CALLERS = "127.0.0.2";
export const BASELINE_QUEUE = "900";
export const BASELINE_PROMPT = "901";

/** One Asterisk for both sides, with the same telephones as agents of both. */
export async function ringAsterisk({
  agents,
  phonesPort,
}: {
  agents: readonly string[];
  phonesPort: number;
}): Promise<{ instance: AsteriskInstance; close(): Promise<void> }> {
  const directory = await mkdtemp(join(tmpdir(), `vera-asterisk-${process.pid}-`));
  const log = createLogger({ level: "error", showPii: false });
  const installation = await testInstallation();
  const options = { installation, directory, sipPort: 0, log, benchQueueMembers: agents };
  const instance = await startAsterisk(options);
  const ari = await connectAri({ ...instance.ari, app: "bench-setup", log });
  for (const name of agents) await addPhone(ari, name, phonesPort);
  await addBaselineCallers(ari);
  ari.close();
  return {
    instance,
    async close() {
      await instance.stop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function addPhone(ari: Ari, name: string, port: number): Promise<void> {
  const contact = `sip:${name}@127.0.0.1:${port}`;
  await putDynamicObject(ari, { kind: "aor", id: name, fields: { contact, qualify_frequency: "0" } });
  await putDynamicObject(ari, {
    kind: "endpoint",
    id: name,
    fields: {
      ...PLAIN,
      context: "vera-agent",
      aors: name,
      identify_by: "username",
      device_state_busy_at: "1",
    },
  });
}

async function addBaselineCallers(ari: Ari): Promise<void> {
  const id = "baseline";
  await putDynamicObject(ari, { kind: "aor", id, fields: {} });
  const fields = { ...PLAIN, context: "vera-bench", aors: id, identify_by: "ip" };
  await putDynamicObject(ari, { kind: "endpoint", id, fields });
  await putDynamicObject(ari, { kind: "identify", id, fields: { endpoint: id, match: BASELINE_CALLERS } });
}

const PLAIN = {
  transport: "transport-udp",
  disallow: "all",
  allow: "alaw",
  direct_media: "no",
  dtmf_mode: "rfc4733",
  send_connected_line: "no",
};
