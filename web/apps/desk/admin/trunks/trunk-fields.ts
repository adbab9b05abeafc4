import type { Trunk, TrunkKind, TrunkSettings } from "@vera/contracts/trunks";

/** What the form shows; the password is only written, never read. */
export interface TrunkFields {
  tenantId: string;
  name: string;
  kind: TrunkKind;
  host: string;
  port: number | null;
  transport: "udp" | "tcp";
  username: string;
  password: string;
  /** One address or network a line. */
  addresses: string;
  numberFormat: TrunkSettings["numberFormat"];
  maxCalls: number | null;
  active: boolean;
}

const USUAL_PORT = 5060;
const SHORTEST_PASSWORD = 8;

export function trunkFields(trunk: Trunk | null, tenantId: string): TrunkFields {
  return {
    tenantId: trunk?.tenantId ?? tenantId,
    name: trunk?.name ?? "",
    kind: trunk?.kind ?? "register",
    host: trunk?.host ?? "",
    port: trunk?.port ?? USUAL_PORT,
    transport: trunk?.transport ?? "udp",
    username: trunk?.kind === "account" ? "" : (trunk?.username ?? ""),
    password: "",
    addresses: trunk?.addresses.join("\n") ?? "",
    numberFormat: trunk?.numberFormat ?? "digits",
    maxCalls: trunk?.maxCalls ?? null,
    active: trunk?.active ?? true,
  };
}

export function toTrunk(fields: TrunkFields): TrunkSettings {
  const { name, kind, host, port, transport, username, password, numberFormat, maxCalls, active } = fields;
  return {
    name: name.trim(),
    kind,
    host: host.trim() || null,
    port: port ?? USUAL_PORT,
    transport,
    username: kind === "register" ? username.trim() || null : null,
    ...(password === "" || kind === "address" ? {} : { password }),
    addresses: linesOf(fields.addresses),
    numberFormat,
    maxCalls,
    active,
  };
}

/** Field → what it lacks, by the word of its text. `hasPassword`: one is kept already. */
export function wrongTrunkFields(
  fields: TrunkFields,
  { hasPassword }: { hasPassword: boolean },
): Partial<Record<keyof TrunkFields, "required" | "short" | "address" | "wide">> {
  const wrong: ReturnType<typeof wrongTrunkFields> = {};
  const { name, kind, host, username, password } = fields;
  const addresses = linesOf(fields.addresses);
  if (name.trim() === "") wrong.name = "required";
  if (kind !== "account" && host.trim() === "") wrong.host = "required";
  if (kind === "register" && username.trim() === "") wrong.username = "required";
  if (kind !== "address" && password === "" && !hasPassword) wrong.password = "required";
  if (password !== "" && password.length < SHORTEST_PASSWORD) wrong.password = "short";
  if (kind === "address" && addresses.length === 0) wrong.addresses = "required";
  if (addresses.some((one) => !/^[0-9a-fA-F.:]{2,39}(\/[0-9]{1,3})?$/.test(one))) wrong.addresses = "address";
  // The server refuses them too: whoever is in the network would be trusted as a carrier.
  else if (addresses.some((one) => Number(one.split("/")[1] ?? 32) < 16)) wrong.addresses = "wide";
  return wrong;
}

function linesOf(text: string): string[] {
  return text
    .split(/[\s,;]+/)
    .map((line) => line.trim())
    .filter(Boolean);
}
