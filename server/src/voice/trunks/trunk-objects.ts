import { createHash } from "node:crypto";
import type { TrunkKind } from "@vera/contracts/trunks";
import { isGone } from "../ari/ari-error.ts";
import type { Ari } from "../ari/connect-ari.ts";
import { type DynamicKind, putDynamicObject, removeDynamicObject } from "../asterisk/dynamic-object.ts";

/** A trunk as Asterisk needs it, its password in the clear. */
export interface TrunkLine {
  readonly id: string;
  readonly kind: TrunkKind;
  readonly host: string | null;
  readonly port: number;
  readonly transport: "udp" | "tcp";
  readonly username: string | null;
  readonly password: string | null;
  readonly addresses: readonly string[];
}

/** Fits into what Asterisk keeps as a SIP account code: 19 characters. */
const VERSION_LENGTH = 16;

const PREFIX = "trunk-";
/** Asks the other side every so often whether it is there (SIP OPTIONS). */
const QUALIFY_SECONDS = "30";
/** Removed in the opposite order of use: nothing in between refers to what is gone. */
const REMOVAL: readonly DynamicKind[] = ["registration", "identify", "endpoint", "aor", "auth"];

/** Characters of the id that its name in Asterisk keeps: the random end of a UUID. Short enough for any exchange's form. */
const CODE_LENGTH = 12;

/**
 * `PJSIP/<number>@<endpoint>` calls over it; StasisStart of its calls names it. An exchange that registers here does so
 * by this name: Asterisk finds who calls by it alone.
 */
export function endpointOfTrunk(trunkId: string): string {
  return `${PREFIX}${trunkId.slice(-CODE_LENGTH)}`;
}

/** The end of the trunk's id; undefined for an agent's telephone. */
export function codeOfEndpoint(endpoint: string): string | undefined {
  return endpoint.startsWith(PREFIX) ? endpoint.slice(PREFIX.length) : undefined;
}

/**
 * Makes the trunk, or makes it anew with other settings: Asterisk merges lists of a changed object, so the old one goes
 * first. Calls that are going on are not touched.
 */
export async function putTrunk(ari: Ari, trunk: TrunkLine): Promise<void> {
  await removeTrunk(ari, trunk.id);
  for (const [kind, fields] of objectsOf(trunk)) {
    await putDynamicObject(ari, { kind, id: endpointOfTrunk(trunk.id), fields });
  }
}

export async function removeTrunk(ari: Ari, trunkId: string): Promise<void> {
  for (const kind of REMOVAL) await removeDynamicObject(ari, { kind, id: endpointOfTrunk(trunkId) });
}

/** Of everything that Asterisk is told: says without pushing whether it holds this very trunk. */
export function versionOf(trunk: TrunkLine): string {
  return createHash("sha256").update(JSON.stringify(trunk)).digest("hex").slice(0, VERSION_LENGTH);
}

/** The version that Asterisk holds; undefined when it does not know the trunk (it restarted, or never did). */
export async function heldVersion(ari: Ari, trunkId: string): Promise<string | undefined> {
  try {
    const place = { configClass: "res_pjsip", objectType: "endpoint", id: endpointOfTrunk(trunkId) };
    const fields = await ari.call("GET /asterisk/config/dynamic/{configClass}/{objectType}/{id}", place);
    return fields.find((field) => field.attribute === "accountcode")?.value;
  } catch (error) {
    if (isGone(error)) return undefined;
    throw error;
  }
}

function objectsOf(trunk: TrunkLine): [DynamicKind, Record<string, string>][] {
  const id = endpointOfTrunk(trunk.id);
  const objects: [DynamicKind, Record<string, string>][] = [];
  const username = trunk.kind === "account" ? id : trunk.username;
  if (username && trunk.password) {
    const fields = { auth_type: "userpass", username, password: trunk.password };
    objects.push(["auth", fields]);
  }
  objects.push(["aor", addressFields(trunk)], ["endpoint", endpointFields(trunk)]);
  // A carrier that we register at calls from its own address; an account proves itself by its password.
  const addresses = trunk.addresses.length > 0 || !trunk.host ? trunk.addresses : [trunk.host];
  if (trunk.kind !== "account" && addresses.length > 0) {
    objects.push(["identify", { endpoint: id, match: addresses.join(","), srv_lookups: "no" }]);
  }
  if (trunk.kind === "register") objects.push(["registration", registrationFields(trunk)]);
  return objects;
}

function addressFields(trunk: TrunkLine): Record<string, string> {
  const qualify = { qualify_frequency: QUALIFY_SECONDS, qualify_timeout: "3.0" };
  if (trunk.kind === "account") return { max_contacts: "1", remove_existing: "yes", ...qualify };
  return { contact: uriOf(trunk), ...qualify };
}

function endpointFields(trunk: TrunkLine): Record<string, string> {
  const id = endpointOfTrunk(trunk.id);
  const authenticated = trunk.password !== null;
  return {
    transport: `transport-${trunk.transport}`,
    context: "vera-inbound",
    aors: id,
    identify_by: trunk.kind === "account" ? "auth_username,username" : "ip",
    disallow: "all",
    allow: "alaw,ulaw",
    dtmf_mode: "rfc4733",
    direct_media: "no",
    // Exchanges behind a translating router: answer where it came from.
    rtp_symmetric: "yes",
    force_rport: "yes",
    rewrite_contact: "yes",
    trust_id_inbound: "yes",
    send_pai: "yes",
    // Or the citizen would be told the name of the agent who answers.
    send_connected_line: "no",
    allow_subscribe: "no",
    allow_transfer: "no",
    accountcode: versionOf(trunk),
    ...(trunk.kind === "account" && authenticated && { auth: id }),
    ...(trunk.kind !== "account" && authenticated && { outbound_auth: id }),
    ...(trunk.kind === "register" && trunk.username && { from_user: trunk.username }),
    ...(trunk.kind === "register" && trunk.host && { from_domain: trunk.host }),
  };
}

function registrationFields(trunk: TrunkLine): Record<string, string> {
  const server = `sip:${trunk.host}:${trunk.port}${trunk.transport === "tcp" ? ";transport=tcp" : ""}`;
  return {
    transport: `transport-${trunk.transport}`,
    outbound_auth: endpointOfTrunk(trunk.id),
    server_uri: server,
    client_uri: `sip:${trunk.username}@${trunk.host}:${trunk.port}`,
    contact_user: trunk.username ?? "vera",
    expiration: "300",
    max_random_initial_delay: "1",
    // A carrier that is away for hours is tried for as long; Asterisk would give up after ten.
    max_retries: "1000000",
    retry_interval: "30",
    fatal_retry_interval: "300",
    forbidden_retry_interval: "300",
    auth_rejection_permanent: "no",
  };
}

function uriOf({ host, port, transport }: TrunkLine): string {
  return `sip:${host}:${port}${transport === "tcp" ? ";transport=tcp" : ""}`;
}
