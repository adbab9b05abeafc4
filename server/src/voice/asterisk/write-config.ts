import { createHash } from "node:crypto";
import { copyFile, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { dialplan } from "./dialplan.ts";
import { holdMusic } from "./hold-music.ts";
import type { Installation } from "./installation.ts";
import { BENCH_MODULES, MODULES } from "./modules.ts";
import { BANS_FILE, pjsipConfig, type SipOptions, sorceryConfig } from "./pjsip-config.ts";

export interface ConfigOptions extends SipOptions {
  readonly installation: Installation;
  readonly directory: string;
  readonly app: string;
  readonly httpPort: number;
  readonly managerPort: number;
  readonly ariPassword: string;
  readonly managerSecret: string;
  readonly rtpRange: { readonly from: number; readonly to: number };
  /** Members of Asterisk's own queue, reached by dialling 900: only for bench/ring.ts. */
  readonly benchQueueMembers?: readonly string[];
}

export const ARI_USER = "vera";
export const MANAGER_USER = "vera";
/** Hears who fails to prove themselves (`ban-guessers.ts`); may ask for nothing. */
export const GUARD_USER = "vera-guard";

const FALLBACK_SOUND = fileURLToPath(
  new URL("../../../../asterisk/sounds/not-available.alaw", import.meta.url),
);
const FOLDERS = [
  "etc",
  "lib",
  "spool/recording",
  "log",
  "run",
  "agi",
  "keys/keys",
  "sounds",
  "music",
  "recordings",
];

/** Where a running instance keeps its raw recordings, each `<channel id>.raw`. */
export function recordingsDirectory(directory: string): string {
  return join(directory, "recordings");
}

/** Writes the whole configuration of one instance; every file is ours and is replaced at each start. */
export async function writeConfig(options: ConfigOptions): Promise<void> {
  const { directory } = options;
  for (const folder of FOLDERS) await mkdir(join(directory, folder), { recursive: true, mode: 0o700 });
  await writeFile(join(directory, "music/hold.sln"), holdMusic());
  await copyFile(FALLBACK_SOUND, join(directory, "sounds/not-available.alaw"));
  for (const [name, text] of Object.entries(configFiles(options))) {
    await writeFile(join(directory, "etc", name), text, { mode: 0o600 });
  }
}

/** Of all that is written, but for the ports and secrets that each start chooses: another release, another fingerprint. */
export function configurationOf(
  options: Omit<ConfigOptions, "sipPort" | "httpPort" | "managerPort" | "ariPassword" | "managerSecret">,
): string {
  const chosen = { sipPort: 0, httpPort: 0, managerPort: 0, ariPassword: "", managerSecret: "" };
  return createHash("sha256")
    .update(JSON.stringify(configFiles({ ...options, ...chosen })))
    .digest("hex");
}

function configFiles(options: ConfigOptions): Record<string, string> {
  const { directory, benchQueueMembers } = options;
  const modules = benchQueueMembers ? [...MODULES, ...BENCH_MODULES] : MODULES;
  const plan = dialplan({
    app: options.app,
    recordingsDirectory: recordingsDirectory(directory),
    fallbackSound: join(directory, "sounds/not-available"),
  });
  return {
    "asterisk.conf": asteriskConf(options),
    "modules.conf": `[modules]\nautoload=no\n${modules.map((name) => `load=${name}.so\n`).join("")}`,
    "logger.conf": "[general]\nqueue_log=no\n[logfiles]\nmessages=warning,error\n",
    "http.conf": `[general]
enabled=yes
bindaddr=127.0.0.1
bindport=${options.httpPort}
enable_static=no
enable_status=no
sessionlimit=2000
session_keep_alive=30000
`,
    // The default time to write one event, 100 ms, cuts the socket of a client that is busy for a moment.
    "ari.conf": `[general]
enabled=yes
websocket_write_timeout=5000
[${ARI_USER}]
type=user
read_only=no
password=${options.ariPassword}
`,
    // MixMonitorMute has no ARI counterpart; class "call" is what it needs, and gives neither shell nor originate.
    "manager.conf": `[general]
enabled=yes
bindaddr=127.0.0.1
port=${options.managerPort}
[${MANAGER_USER}]
secret=${options.managerSecret}
deny=0.0.0.0/0.0.0.0
permit=127.0.0.1/255.255.255.255
read=
write=call
[${GUARD_USER}]
secret=${options.managerSecret}
deny=0.0.0.0/0.0.0.0
permit=127.0.0.1/255.255.255.255
read=security
write=
`,
    "rtp.conf": `[general]
rtpstart=${options.rtpRange.from}
rtpend=${options.rtpRange.to}
icesupport=yes
strictrtp=yes
`,
    "pjsip.conf": pjsipConfig(options),
    [BANS_FILE]: "",
    "sorcery.conf": sorceryConfig(),
    "extensions.conf": benchQueueMembers ? `${plan}${benchExtensions(directory)}` : plan,
    "queues.conf": queuesConf(benchQueueMembers ?? []),
    "musiconhold.conf": `[default]\nmode=files\ndirectory=${join(directory, "music")}\n`,
    "indications.conf":
      "[general]\ncountry=ar\n[ar]\ndescription=Argentina\nringcadence=1000,4500\ndial=425\nbusy=425/300,0/200\nring=425/1000,0/4500\ncongestion=425/200,0/300\n",
    "cdr.conf": "[general]\nenable=no\n",
    "cel.conf": "[general]\nenable=no\n",
    "stasis.conf": "[taskpool]\ninitial_size=5\nmax_size=50\n",
    "chan_websocket.conf": "[global]\ncontrol_message_format=json\n",
    // Wanted by modules even when empty.
    ...Object.fromEntries(
      ["acl", "udptl", "features", "ccss", "queuerules", "pjproject", "websocket_client"].map((name) => [
        `${name}.conf`,
        "[general]\n",
      ]),
    ),
    "acl.conf": "",
    "websocket_client.conf": "",
    "pjproject.conf": "[startup]\nlog_level=2\n",
  };
}

function benchExtensions(directory: string): string {
  return `
[vera-bench]
exten => 900,1,Answer(,i)
 same => n,Queue(bench,c,,,60)
 same => n,Hangup()
exten => 901,1,Answer(,i)
 same => n,Playback(${join(directory, "sounds/not-available")})
 same => n,Hangup()
`;
}

function queuesConf(members: readonly string[]): string {
  const lines = members.map((name) => `member => PJSIP/${name},0,${name},PJSIP/${name}\n`).join("");
  return `[general]
persistentmembers=no
autofill=yes
[bench]
strategy=leastrecent
timeout=15
retry=1
wrapuptime=0
ringinuse=no
joinempty=yes
leavewhenempty=no
${lines}`;
}

function asteriskConf({ directory, installation }: ConfigOptions): string {
  return `[directories]
astetcdir => ${directory}/etc
astmoddir => ${installation.modulesDirectory}
astvarlibdir => ${directory}/lib
astdbdir => ${directory}/lib
astkeydir => ${directory}/keys
astdatadir => ${installation.dataDirectory}
astagidir => ${directory}/agi
astspooldir => ${directory}/spool
astrundir => ${directory}/run
astlogdir => ${directory}/log
astsbindir => ${directory}/run
[options]
hideconnect = yes
lockconfdir = no
transmit_silence = yes
cache_media_frames = yes
`;
}
