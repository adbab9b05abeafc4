import { randomBytes } from "node:crypto";
import { DomainError } from "../../platform/index.ts";
import type { Ari } from "../ari/connect-ari.ts";
import { putDynamicObject, removeDynamicObject } from "./dynamic-object.ts";

/** Names go into SIP addresses and channel names. Random per session, so that an old registration never fits a new one. */
const NAME = /^[a-z0-9-]{8,64}$/;
/** Hexadecimal digits of 128 bits. */
const SHORTEST_SECRET = 32;

/** 256 bits from the system's generator. */
export function newAgentSecret(): string {
  return randomBytes(32).toString("hex");
}

/**
 * Makes a browser's telephone possible: `PJSIP/<name>` registers over WebSocket with user `name` and `secret`.
 * Invariant: it exists only in Asterisk's memory. After an Asterisk restart it must be made again, with the same secret
 * for a session that goes on. Doing it twice does no harm.
 */
export async function createAgentEndpoint(
  ari: Ari,
  { name, secret, displayName }: { name: string; secret: string; displayName?: string },
): Promise<void> {
  if (!NAME.test(name)) throw new DomainError("invalid", `"${name}" is no name for an agent's telephone`);
  if (secret.length < SHORTEST_SECRET) {
    throw new DomainError("invalid", "An agent's telephone needs a secret of at least 128 bits");
  }
  await putDynamicObject(ari, {
    kind: "auth",
    id: name,
    fields: { auth_type: "userpass", username: name, password: secret },
  });
  await putDynamicObject(ari, {
    kind: "aor",
    id: name,
    // One browser per session: a second tab takes the line from the first.
    fields: {
      max_contacts: "1",
      remove_existing: "yes",
      default_expiration: "120",
      maximum_expiration: "600",
    },
  });
  await putDynamicObject(ari, { kind: "endpoint", id: name, fields: endpointFields(name, displayName) });
}

/** The secret opens nothing from here on; a call that is going on is not cut. */
export async function removeAgentEndpoint(ari: Ari, name: string): Promise<void> {
  for (const kind of ["endpoint", "auth", "aor"] as const) await removeDynamicObject(ari, { kind, id: name });
}

function endpointFields(name: string, displayName: string | undefined): Record<string, string> {
  return {
    transport: "transport-ws",
    context: "vera-agent",
    auth: name,
    aors: name,
    webrtc: "yes",
    identify_by: "auth_username,username",
    disallow: "all",
    // A-law first: the network's own, so that nothing is transcoded; opus for who is far away.
    allow: "alaw,ulaw,opus",
    dtmf_mode: "auto",
    direct_media: "no",
    rtp_keepalive: "15",
    rtp_timeout: "60",
    allow_subscribe: "no",
    allow_transfer: "no",
    send_connected_line: "no",
    ...(displayName && { callerid: `"${displayName.replace(/[^\p{L}\p{N} .-]/gu, "")}" <${name}>` }),
  };
}
