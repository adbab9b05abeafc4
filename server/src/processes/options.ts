import type { Configuration } from "../platform/config.ts";

/** How an installation is started: the command line over the environment. */
export interface VeraOptions {
  readonly dataDir: string;
  readonly demo: boolean;
  readonly voice: boolean;
  readonly httpPort: number;
  readonly sipPort: number;
  readonly databaseUrl: string | undefined;
  readonly configuration: Configuration;
  /** Prefix of the telephone engine, shared by the instances of one checkout. */
  readonly enginePrefix: string;
  readonly onProgress: (step: string) => void;
}

export interface ReadyUser {
  readonly username: string;
  readonly password: string;
  readonly roles: readonly string[];
}

/** What `./vera start --json` prints. */
export interface ReadyLine {
  readonly url: string;
  readonly sip: string | null;
  readonly number: string | null;
  readonly apiKey: string | null;
  readonly users: readonly ReadyUser[];
}
