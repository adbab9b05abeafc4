import { type Static, Type } from "typebox";
import { Value } from "typebox/value";

/** Each variable of the environment, once. docs/operations/configuration.md is printed from this. */
export const Settings = Type.Object({
  VERA_DATABASE_URL: Type.Optional(
    Type.String({
      description:
        "PostgreSQL (16 or newer) to use in place of the embedded one. The role must own the database. Same as --database-url.",
    }),
  ),
  VERA_DATA: Type.Optional(
    Type.String({
      description:
        "Folder of everything that is kept: database, files, keys, recordings. Default: `.vera/data` in the project. Same as --data.",
    }),
  ),
  VERA_ADDRESS: Type.String({
    default: "127.0.0.1",
    description:
      "Address on which the web listens. Loopback unless told otherwise; a browser gives the microphone only to https or localhost.",
  }),
  VERA_PUBLIC_URL: Type.Optional(
    Type.String({
      pattern: "^https?://[A-Za-z0-9.:\\[\\]-]+/?$",
      description:
        "How people's browsers reach the web, as `https://vera.example.gob.ar`, without a path. Used in links; changes and sockets are then taken from pages of this origin only, and with https cookies are Secure. Default: the address that each browser used.",
    }),
  ),
  VERA_SIP_ADDRESS: Type.String({
    default: "127.0.0.1",
    description: "Address on which SIP and audio listen.",
  }),
  VERA_PUBLIC_ADDRESS: Type.Optional(
    Type.String({
      description: "Address that carriers and agents reach us by, where it is not the listening one (NAT).",
    }),
  ),
  VERA_TLS_CERTIFICATE: Type.Optional(
    Type.String({
      description: "PEM file with the certificate chain; with VERA_TLS_KEY the web speaks https.",
    }),
  ),
  VERA_TLS_KEY: Type.Optional(Type.String({ description: "PEM file with the certificate's key." })),
  VERA_TRUST_PROXY: Type.Optional(
    Type.String({
      description:
        "Comma-separated addresses or CIDR ranges of reverse proxies whose X-Forwarded-* headers are believed.",
    }),
  ),
  VERA_MASTER_KEY: Type.Optional(
    Type.String({
      description:
        "File of the 32-byte key that wraps the tenants' keys. Default: `keys/master.key` in the data folder. Back it up apart from the data.",
    }),
  ),
  VERA_LOG_LEVEL: Type.String({
    default: "info",
    pattern: "^(debug|info|warn|error|fatal)$",
    description: "debug, info, warn, error or fatal.",
  }),
  VERA_LOG_PII: Type.String({
    default: "no",
    pattern: "^(yes|no)$",
    description: "yes writes personal data (phones, names) into the log; otherwise it is left out.",
  }),
  VERA_ARI_REST_SOCKETS: Type.String({
    default: "0",
    pattern: "^[0-9]$",
    description: "Extra sockets for commands to Asterisk, from 0 to 9; useful above 50 calls a second.",
  }),
  VERA_METRICS_TOKEN: Type.Optional(
    Type.String({
      description:
        "Bearer token that /metrics asks for. Without it /metrics answers only requests from this machine.",
    }),
  ),
});

export interface Configuration {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string | undefined;
  readonly address: string;
  /** Without a path or a closing slash. */
  readonly publicUrl: string | undefined;
  readonly sipAddress: string;
  readonly publicAddress: string | undefined;
  readonly tls: { readonly certificateFile: string; readonly keyFile: string } | undefined;
  readonly trustProxy: readonly string[];
  readonly masterKeyPath: string | undefined;
  readonly logLevel: string;
  readonly logPii: boolean;
  readonly ariRestSockets: number;
  readonly metricsToken: string | undefined;
}

/** Reads the environment; throws one message that names every wrong variable. */
export function readConfiguration(environment: NodeJS.ProcessEnv = process.env): Configuration {
  const given = Object.fromEntries(Object.entries(environment).filter(([name]) => name.startsWith("VERA_")));
  const settings = Value.Default(Settings, given) as Static<typeof Settings>;
  const wrong = [...Value.Errors(Settings, settings)].map(
    (error) => `${error.instancePath.slice(1)} ${error.message}`,
  );
  const unknown = Object.keys(given).filter((name) => !(name in Settings.properties));
  if (unknown.length > 0) wrong.push(`${unknown.join(", ")}: no such setting`);
  const { VERA_TLS_CERTIFICATE: certificateFile, VERA_TLS_KEY: keyFile } = settings;
  if (Boolean(certificateFile) !== Boolean(keyFile))
    wrong.push("VERA_TLS_CERTIFICATE and VERA_TLS_KEY go together");
  const { VERA_PUBLIC_URL: publicUrl } = settings;
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) wrong.push("VERA_PUBLIC_URL is no address");
  if (wrong.length > 0)
    throw new Error(`Configuration: ${wrong.join("; ")}. See docs/operations/configuration.md.`);
  return {
    databaseUrl: settings.VERA_DATABASE_URL,
    dataDir: settings.VERA_DATA,
    address: settings.VERA_ADDRESS,
    publicUrl: publicUrl && new URL(publicUrl).origin,
    sipAddress: settings.VERA_SIP_ADDRESS,
    publicAddress: settings.VERA_PUBLIC_ADDRESS,
    tls: certificateFile && keyFile ? { certificateFile, keyFile } : undefined,
    trustProxy: settings.VERA_TRUST_PROXY?.split(",").map((entry) => entry.trim()) ?? [],
    masterKeyPath: settings.VERA_MASTER_KEY,
    logLevel: settings.VERA_LOG_LEVEL,
    logPii: settings.VERA_LOG_PII === "yes",
    ariRestSockets: Number(settings.VERA_ARI_REST_SOCKETS),
    metricsToken: settings.VERA_METRICS_TOKEN,
  };
}
