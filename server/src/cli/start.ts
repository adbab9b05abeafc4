import { flushCompileCache } from "node:module";
import { resolve } from "node:path";
import { readConfiguration } from "../platform/config.ts";
import type { ReadyLine, VeraOptions } from "../processes/options.ts";
import { startVera } from "../processes/vera.ts";
import { PROJECT_ROOT } from "../processes/web-build.ts";
import { defaultDataDir, writeInstance } from "./instance.ts";
import { port, print, say, withOptions } from "./output.ts";
import { readyText } from "./ready-text.ts";

const HELP = `Usage: ./vera start [--demo] [--data DIR] [--http-port 8080] [--sip-port 5060] [--no-voice] [--database-url URL] [--json]

  --demo          the Province of Santa Fe as an example: organisms, queues, people, a number to dial; this machine only
  --data DIR      everything that is kept (default: .vera/data in the project)
  --http-port N   of the web (default 8080; 0 takes a free one)
  --sip-port N    of the telephone engine (default 5060; 0 takes a free one)
  --no-voice      without telephones
  --database-url  a PostgreSQL of yours (16 or newer) in place of the embedded one
  --json          when ready, prints one JSON object: {url, sip, number, apiKey, users: [{username, password, roles}]}

Ctrl-C stops everything that was started. More settings: docs/operations/configuration.md.
Exit codes: 0 stopped as asked · 1 could not start or broke, the message says why · 2 the command line is wrong
`;

const OPTIONS = {
  demo: { type: "boolean" },
  data: { type: "string" },
  "http-port": { type: "string" },
  "sip-port": { type: "string" },
  "no-voice": { type: "boolean" },
  "database-url": { type: "string" },
  json: { type: "boolean" },
} as const;

export async function start(args: readonly string[]): Promise<number> {
  return await withOptions(args, { help: HELP, options: OPTIONS }, async (values) => {
    const configuration = readConfiguration();
    const dataDir = resolve(values.data ?? configuration.dataDir ?? defaultDataDir());
    const options: VeraOptions = {
      dataDir,
      demo: values.demo ?? false,
      voice: !values["no-voice"],
      httpPort: port("--http-port", values["http-port"], 8080),
      sipPort: port("--sip-port", values["sip-port"], 5060),
      databaseUrl: values["database-url"] ?? configuration.databaseUrl,
      configuration,
      enginePrefix: resolve(PROJECT_ROOT, ".vera/asterisk"),
      onProgress: (step) => say(`vera: ${step}`),
    };
    return await runUntilStopped(options, values.json ?? false);
  });
}

async function runUntilStopped(options: VeraOptions, asJson: boolean): Promise<number> {
  const stopAsked = Promise.withResolvers<"asked">();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => stopAsked.resolve("asked"));
  const starting = startVera(options);
  const stoppedEarly = await Promise.race([starting.then(() => false), stopAsked.promise.then(() => true)]);
  const vera = await starting;
  if (!stoppedEarly) announce(options, vera.ready, asJson);
  // Otherwise it is written at the end only, and never by a process that is killed.
  flushCompileCache();
  const why = await Promise.race([stopAsked.promise, vera.broken]);
  say(why === "asked" ? "vera: stopping ..." : `vera: ${why.message}; stopping`);
  await vera.stop();
  return why === "asked" ? 0 : 1;
}

function announce(options: VeraOptions, ready: ReadyLine, asJson: boolean): void {
  const sip = ready.sip === null ? null : new URL(`sip://${ready.sip.replace(/^sip:/, "")}`);
  writeInstance(options.dataDir, {
    pid: process.pid,
    url: ready.url,
    sip: sip && { host: sip.hostname, port: Number(sip.port) },
    number: ready.number,
  });
  print(asJson ? JSON.stringify(ready) : readyText(ready, options));
}
